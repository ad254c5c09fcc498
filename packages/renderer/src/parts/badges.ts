import { html, type Html } from '../html/html.ts';
import { fillText } from '../labels/fill-label.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import { imageUrl } from './image-url.ts';
import type { Scene } from './scene.ts';

/** The tick that the platform gave the account. */
export function drawVerification({ post, labels }: Scene): Html | null {
  const kind = post.author.verification;
  if (kind === null) return null;
  const label = labels.verification[kind];
  return html`<span class="em-tick em-icon em-${kind}" role="img" aria-label="${label}" title="${label}"></span>`;
}

/** The badge of the organisation the account belongs to; without the picture, its name. */
export function drawAffiliation({ post, assetFor, labels }: Scene): Html | null {
  const { affiliation } = post.author;
  if (affiliation === null) return null;
  const name = stripBidi(affiliation.name);
  const label = fillText(labels.affiliation, { name });
  const url = affiliation.badge === null ? null : imageUrl(assetFor(affiliation.badge));
  if (url === null) return html`<bdi class="em-badge" title="${label}">${name}</bdi>`;
  return html`<img class="em-badge" src="${url}" alt="${label}" title="${label}" width="18" height="18" />`;
}

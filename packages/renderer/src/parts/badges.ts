import type { Author } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { fillText } from '../labels/fill-label.ts';
import type { Labels } from '../labels/labels.ts';
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

/** What the account says that it is: a program, a parody. */
export function drawAccountLabel({ post, labels }: Scene): Html | null {
  const label = wordAccountLabel(post.author, labels);
  return label === null ? null : html`<bdi class="em-badge">${label}</bdi>`;
}

/** `Automated by @handle`, or `null` if the account says nothing of the kind. */
export function wordAccountLabel({ accountLabel }: Author, labels: Labels): string | null {
  if (accountLabel === null) return null;
  const { kind, by } = accountLabel;
  if (by === null) return labels.accountLabels[kind];
  return fillText(labels.accountLabels.automatedBy, { handle: `@${stripBidi(by)}` });
}

/** The badge of the organisation the account belongs to; without the picture, its name. */
export function drawAffiliation({ post, assetFor, labels }: Scene): Html | null {
  const { affiliation } = post.author;
  if (affiliation === null) return null;
  const name = stripBidi(affiliation.name);
  const label = fillText(labels.affiliation, { name });
  const url = affiliation.badge === null ? null : imageUrl(assetFor(affiliation.badge));
  if (url === null) return html`<bdi class="em-badge" title="${label}">${name}</bdi>`;
  return html`<img
    class="em-badge"
    src="${url}"
    alt="${label}"
    title="${label}"
    width="18"
    height="18"
    loading="lazy"
  />`;
}

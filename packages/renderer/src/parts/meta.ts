import { html, type Html } from '../html/html.ts';
import { urlOfPostId } from '../platform-links.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import { drawPermalink } from './permalink.ts';
import type { Scene } from './scene.ts';

/** When, where, with what the post was written, and whether it was changed since. */
export function drawMeta(scene: Scene): Html | null {
  const { place, sourceLabel } = scene.post;
  const facts = [
    drawPermalink(scene),
    drawEdited(scene),
    place === null ? null : html`<bdi class="p-location">${stripBidi(place)}</bdi>`,
    sourceLabel === null ? null : html`<bdi>${stripBidi(sourceLabel)}</bdi>`,
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return html`<p class="em-meta">${facts.map((fact, index) => (index === 0 ? fact : [' · ', fact]))}</p>`;
}

function drawEdited({ post, labels }: Scene): Html | null {
  const newest = post.edits?.ids.at(-1) ?? null;
  const url = newest === post.id ? null : urlOfPostId(newest);
  if (url !== null) return html`<a href="${url}" rel="noreferrer">${labels.newerVersion}</a>`;
  return post.edits?.edited === true ? html`<span>${labels.edited}</span>` : null;
}

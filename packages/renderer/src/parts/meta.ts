import { type Content, html, type Html } from '../html/html.ts';
import { fillLabel } from '../labels/fill-label.ts';
import { countriesOf } from '../text/countries-of.ts';
import { urlOfPostId } from '../platform-links.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import { drawPermalink } from './permalink.ts';
import type { Scene } from './scene.ts';

/** The facts of a post below it. Those of one that passes on another stand above, where it says so. */
export function drawMeta(scene: Scene): Html | null {
  const facts = scene.post.repostOf?.type === 'post' ? [] : listFacts(scene);
  return facts.length === 0 ? null : html`<p class="em-meta">${joinFacts(facts)}</p>`;
}

/** When, where, with what the post was written, whether it was changed since, and where it is withheld. */
export function listFacts(scene: Scene): readonly Html[] {
  const { place, sourceLabel } = scene.post;
  return [
    drawPermalink(scene),
    drawEdited(scene),
    place === null ? null : html`<bdi class="p-location">${stripBidi(place)}</bdi>`,
    sourceLabel === null ? null : html`<bdi>${stripBidi(sourceLabel)}</bdi>`,
    drawWithheld(scene),
  ].filter((fact) => fact !== null);
}

/** Facts on one line. */
export function joinFacts(facts: readonly Html[]): readonly Content[] {
  return facts.map((fact, index) => (index === 0 ? fact : [' · ', fact]));
}

function drawEdited({ post, labels }: Scene): Html | null {
  const newest = post.edits?.ids.at(-1) ?? null;
  const url = newest === post.id ? null : urlOfPostId(newest);
  if (url !== null) return html`<a href="${url}" rel="noreferrer">${labels.newerVersion}</a>`;
  return post.edits?.edited === true ? html`<span>${labels.edited}</span>` : null;
}

function drawWithheld({ post, labels }: Scene): Html | null {
  const countries = countriesOf(post);
  if (countries === null) return null;
  return html`<span>${fillLabel(labels.withheldIn, { countries: html`<bdi>${countries}</bdi>` })}</span>`;
}

import { html, type Html } from '../html/html.ts';
import { fillLabel } from '../labels/fill-label.ts';
import { postUrl } from '../platform-links.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import type { Scene } from './scene.ts';

/** What a quoted post quotes is only named: a post within a post within a post is no longer readable. */
export function drawDeeperQuote({ post, labels }: Scene): Html | null {
  if (post.quote?.type !== 'post') return null;
  const { author } = post.quote.post;
  const url = postUrl(post.quote.post);
  const shown = html`<bdi>@${stripBidi(author.handle)}</bdi>`;
  const link = url === null ? shown : html`<a href="${url}" rel="noreferrer">${shown}</a>`;
  return html`<p class="em-reply">${fillLabel(labels.nestedDeeper, { link })}</p>`;
}

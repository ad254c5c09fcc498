import { html, type Html } from '../html/html.ts';
import { formatDate, readDate } from '../labels/format-date.ts';
import { postUrl } from '../platform-links.ts';
import type { Scene } from './scene.ts';

/** When the post was written, leading to where it was. */
export function drawPermalink({ post, labels }: Scene): Html | null {
  const date = readDate(post.createdAt);
  const url = postUrl(post);
  const shown =
    date === null
      ? labels.original
      : html`<time class="dt-published" datetime="${date}">${formatDate(date, labels)}</time>`;
  if (url !== null) return html`<a class="em-date u-url" href="${url}" rel="noreferrer">${shown}</a>`;
  return date === null ? null : html`<span class="em-date">${shown}</span>`;
}

/** The same below a post of which nothing else is said there; one that passes on another has it above. */
export function drawDate(scene: Scene): Html | null {
  return scene.post.repostOf?.type === 'post' ? null : drawPermalink(scene);
}

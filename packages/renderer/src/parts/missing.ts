import { html, type Html } from '../html/html.ts';
import { linkUrl } from '../html/safe-url.ts';
import { postUrl } from '../platform-links.ts';
import type { Scene } from './scene.ts';

/**
 * What stands where bytes were not kept: what it was, its description, and a link to follow; never a request.
 *
 * @param url Where the bytes were, or `null` to lead to the post.
 */
export function drawMissing(label: string, alt: string | null, url: string | null, { post, labels }: Scene): Html {
  const target = linkUrl(url) ?? postUrl(post);
  const link = target === null ? null : html` <a href="${target}" rel="noreferrer">${labels.original}</a>`;
  const description = alt === null || alt === '' ? null : html`<span dir="auto">${alt}</span>`;
  return html`<p class="em-missing em-icon"><span>${label}${link}</span>${description}</p>`;
}

import { html, type Html } from '../html/html.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import { imageUrl } from './image-url.ts';
import type { Scene } from './scene.ts';

/**
 * The author's picture. Without one: a quotation mark where an article is quoted, which nobody takes for a picture; else
 * the first letter of the name.
 */
export function drawAvatar({ post, assetFor, quoted }: Scene): Html {
  const { avatar, avatarShape, name } = post.author;
  const shape = avatarShape === 'square' ? 'em-avatar em-square' : 'em-avatar';
  const url = avatar === null ? null : imageUrl(assetFor(avatar));
  if (url !== null) {
    return html`<img class="${shape} u-photo" src="${url}" alt="" width="48" height="48" loading="lazy" />`;
  }
  if (quoted) return html`<span class="${shape} em-mark em-icon" aria-hidden="true"></span>`;
  const [initial = ''] = stripBidi(name).trim();
  return html`<span class="${shape}" aria-hidden="true">${initial.toUpperCase()}</span>`;
}

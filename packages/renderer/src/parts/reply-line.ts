import { platformOf } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { fillLabel } from '../labels/fill-label.ts';
import { profileUrl, urlOfPostId } from '../platform-links.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import type { Scene } from './scene.ts';

/** Whom the post answers, where the answered post itself is not shown. */
export function drawReplyLine({ post, labels }: Scene): Html | null {
  const { replyTo, parent } = post;
  if (replyTo === null || parent?.type === 'post') return null;
  const url = urlOfPostId(replyTo.id) ?? profileUrl(platformOf(post.id), replyTo.handle);
  const shown = `@${stripBidi(replyTo.handle)}`;
  const handle =
    url === null
      ? html`<bdi>${shown}</bdi>`
      : html`<a class="u-in-reply-to" href="${url}" dir="ltr" rel="noreferrer">${shown}</a>`;
  return html`<p class="em-reply">${fillLabel(labels.replyingTo, { handle })}</p>`;
}

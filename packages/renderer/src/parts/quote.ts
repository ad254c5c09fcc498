import type { Quoted } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { urlOfPostId } from '../platform-links.ts';
import { drawNestedPost } from './nested-post.ts';
import type { Scene } from './scene.ts';

/** The post that this one quotes, whole. */
export function drawQuote(scene: Scene): Html | null {
  return drawQuoted(scene.post.quote, 'em-nested u-quotation-of', scene);
}

/** The posts that this one answers, one the other, above it: the oldest first. */
export function drawParents(scene: Scene): Html | null {
  const drawn: Html[] = [];
  for (let quoted = scene.post.parent; quoted !== null; quoted = quoted.type === 'post' ? quoted.post.parent : null) {
    const className = drawn.length === 0 ? 'em-nested em-parent u-in-reply-to' : 'em-nested em-parent';
    drawn.push(...[drawQuoted(quoted, className, scene)].filter((post) => post !== null));
  }
  return drawn.length === 0 ? null : html`${drawn.toReversed()}`;
}

/** The post that this one passes on, whole. */
export function drawRepost(scene: Scene): Html | null {
  return drawQuoted(scene.post.repostOf, 'em-whole u-repost-of', scene);
}

function drawQuoted(quoted: Quoted | null, className: string, scene: Scene): Html | null {
  if (quoted === null) return null;
  if (quoted.type === 'post') return drawNestedPost(className, { ...scene, post: quoted.post });
  const { labels } = scene;
  const url = urlOfPostId(quoted.id);
  const link = url === null ? null : html` <a href="${url}" rel="noreferrer">${labels.original}</a>`;
  return html`<p class="em-missing em-tombstone em-icon" dir="auto">
    ${quoted.text === '' ? labels.postUnavailable : quoted.text}${link}
  </p>`;
}

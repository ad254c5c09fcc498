import { fillText } from '../labels/fill-label.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import type { Scene } from './scene.ts';

/** What a reader who hears the page is told before the post. */
export function labelOfPost({ post, labels, quoted }: Pick<Scene, 'post' | 'labels' | 'quoted'>): string {
  const { name, handle } = post.author;
  return fillText(quoted ? labels.quotedPostBy : labels.postBy, { name: stripBidi(name), handle: stripBidi(handle) });
}

import type { Stream } from '../io.ts';
import type { OutputOptions } from '../options/shared-options.ts';

/**
 * Make what tells whoever waits at a terminal how many posts are done, now and then; nothing is told elsewhere.
 *
 * @param postsALine From one line to the next: one should come every few seconds.
 */
export function tellPosts({ quiet }: OutputOptions, err: Stream, postsALine: number): (posts: number) => void {
  if (!err.isTerminal || quiet === true) return () => {};
  let next = postsALine;
  return (posts) => {
    if (posts < next) return;
    next = posts - (posts % postsALine) + postsALine;
    err.line(`${posts} posts …`);
  };
}

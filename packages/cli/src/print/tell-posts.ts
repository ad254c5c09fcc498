import type { Stream } from '../io.ts';
import type { OutputOptions } from '../options/shared-options.ts';

/** From one line to the next: a large archive gives one every few seconds. */
const postsALine = 50_000;

/** Make what tells whoever waits at a terminal how many posts are done, now and then; nothing is told elsewhere. */
export function tellPosts({ quiet }: OutputOptions, err: Stream): (posts: number) => void {
  if (!err.isTerminal || quiet === true) return () => {};
  let next = postsALine;
  return (posts) => {
    if (posts < next) return;
    next = posts - (posts % postsALine) + postsALine;
    err.line(`${posts} posts …`);
  };
}

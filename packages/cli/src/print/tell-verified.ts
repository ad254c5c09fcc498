import type { VerifyReport } from '@embalm/store';
import type { Stream } from '../io.ts';
import type { OutputOptions } from '../options/shared-options.ts';
import { counted } from './counted.ts';
import { describeBytes } from './describe-bytes.ts';

/** From one line to the next, at least. */
const everyMs = 5000;

/**
 * Make what tells whoever waits at a terminal how far a verification has come, now and then; nothing is told elsewhere.
 *
 * @param now Milliseconds from any time on; default the system's clock that never turns.
 */
export function tellVerified(
  { quiet }: OutputOptions,
  err: Stream,
  now: () => number = () => performance.now(),
): (soFar: VerifyReport) => void {
  if (!err.isTerminal || quiet === true) return () => {};
  let next = now() + everyMs;
  return ({ covered, posts, bytes, problems }) => {
    if (now() < next) return;
    next = now() + everyMs;
    const found = problems === 0 ? 'no problems' : counted(problems, 'problem');
    err.line(`${Math.floor(covered * 100)} %: ${counted(posts, 'post')}, ${describeBytes(bytes)} of blobs, ${found} …`);
  };
}

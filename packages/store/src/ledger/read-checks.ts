import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { layout } from '../layout.ts';
import { type Check, parseCheckEntry } from './check.ts';
import { ledgerNames } from './ledger-tail.ts';
import { readLines } from './read-lines.ts';

/**
 * Read a line of the ledger.
 *
 * @returns `null` if it is none; that is for `verify` to report.
 */
export function readCheckLine(line: Buffer): Check | null {
  try {
    const { post, record, state, source, at, reason } = parseCheckEntry(JSON.parse(line.toString('utf8')));
    return { post, record, state, source, at, reason };
  } catch {
    return null;
  }
}

/** Read the checks of a post, oldest first. The ledgers are read whole: nothing else knows where they speak of it. */
export async function* readChecks(root: string, post: PostId): AsyncGenerator<Check, void, void> {
  const wanted = Buffer.from(`"post":${JSON.stringify(post)}`);
  for (const name of await ledgerNames(root)) {
    for await (const { bytes, isWhole } of readLines(join(root, layout.checks, name))) {
      const check = isWhole && bytes.includes(wanted) ? readCheckLine(bytes) : null;
      if (check?.post === post) yield check;
    }
  }
}

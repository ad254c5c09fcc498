import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { parseForgetEntry } from '../forget/forget-entry.ts';
import { layout } from '../layout.ts';
import { ledgerNames } from './ledger-tail.ts';
import { readLines } from './read-lines.ts';

/** Up to which record the ledgers say that a post was erased; -1 if they do not. They are read whole. */
export async function forgottenInLedger(root: string, post: PostId): Promise<number> {
  const wanted = Buffer.from(`"kind":"forget","n":`);
  let upTo = -1;
  for (const name of await ledgerNames(root)) {
    for await (const { bytes, isWhole } of readLines(join(root, layout.checks, name))) {
      if (isWhole && bytes.includes(wanted)) upTo = Math.max(upTo, numberIn(bytes, post));
    }
  }
  return upTo;
}

function numberIn(line: Buffer, post: PostId): number {
  try {
    const entry = parseForgetEntry(JSON.parse(line.toString('utf8')));
    return entry.post === post ? entry.n : -1;
  } catch {
    return -1;
  }
}

import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { type ForgetEntry, parseForgetEntry } from '../forget/forget-entry.ts';
import { layout } from '../layout.ts';
import { ledgerNames } from './ledger-tail.ts';
import { readLines } from './read-lines.ts';

/** Read what the ledgers say of the erasing of a post, oldest first. They are read whole. */
export async function* readForgetEntries(root: string, post: PostId): AsyncGenerator<ForgetEntry, void, void> {
  const wanted = Buffer.from(`"kind":"forget","n":`);
  for (const name of await ledgerNames(root)) {
    for await (const { bytes, isWhole } of readLines(join(root, layout.checks, name))) {
      const entry = isWhole && bytes.includes(wanted) ? entryIn(bytes) : null;
      if (entry?.post === post) yield entry;
    }
  }
}

function entryIn(line: Buffer): ForgetEntry | null {
  try {
    return parseForgetEntry(JSON.parse(line.toString('utf8')));
  } catch {
    return null;
  }
}

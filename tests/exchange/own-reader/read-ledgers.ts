import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, type Wrong } from './files-below.ts';
import { digestOf, unseal } from './sealed-line.ts';

/** What the ledgers came to. */
export interface ReadLedgers {
  readonly lines: number;
  /** The chain at the end of every line, by the ledger's name and how many of its bytes there are up to there. */
  readonly chains: ReadonlyMap<string, string>;
  /** Posts that were erased, and up to which record. */
  readonly forgotten: ReadonlyMap<string, number>;
}

/** Read the ledgers of all months, one after the other: they are one chain. */
export async function readLedgers(root: string, wrong: Wrong): Promise<ReadLedgers> {
  const chains = new Map<string, string>();
  const forgotten = new Map<string, number>();
  let chain = '0'.repeat(64);
  let lines = 0;
  for (const path of await filesBelow(root, 'checks')) {
    const bytes = await readFile(join(root, path));
    for (let from = 0; from < bytes.length;) {
      const to = bytes.indexOf(0x0a, from) + 1 || bytes.length;
      const sealed = unseal(bytes.subarray(from, to), 'chain');
      lines += 1;
      from = to;
      if (sealed === null || digestOf(Buffer.concat([Buffer.from(chain), sealed.body])) !== sealed.seal) {
        wrong(path, `line ${lines} does not continue the one before`);
        continue;
      }
      chain = sealed.seal;
      chains.set(`${path.slice('checks/'.length)} ${to}`, chain);
      const { kind, post, n } = sealed.value;
      if (kind === 'forget' && typeof post === 'string') forgotten.set(post, Number(n));
    }
  }
  return { lines, chains, forgotten };
}

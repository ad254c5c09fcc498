import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, type Wrong } from './files-below.ts';
import type { ReadLedgers } from './read-ledgers.ts';
import { digestOf, type Json, unseal } from './sealed-line.ts';

/** What checkpoints speak of. */
interface Signed {
  /** Digests of records, by `<post> <n>`. */
  readonly digests: ReadonlyMap<string, string>;
  readonly ledger: ReadLedgers;
  readonly wrong: Wrong;
}

/** Check every checkpoint: its signature, the one before it, its list, the root, the ledger, and its time stamps' names. */
export async function readCheckpoints(root: string, { digests, ledger, wrong }: Signed): Promise<number> {
  let prev: string | null = null;
  let n = 0;
  const log: Buffer[] = [];
  const newest = new Map<string, string>();
  for (const path of await filesBelow(root, 'checkpoints')) {
    const bytes = await readFile(join(root, path));
    if (path.endsWith('.tst')) {
      const named = /\.([0-9a-f]{64})\.tst$/.exec(path)?.[1];
      if (named !== digestOf(bytes)) wrong(path, 'its bytes have another digest');
      const stamped = await readFile(join(root, `${path.slice(0, 'checkpoints/000000'.length)}.json`));
      // The imprint is a string of octets somewhere in the token.
      if (!bytes.includes(createHash('sha256').update(stamped).digest())) wrong(path, 'it stamps something else');
      continue;
    }
    n += 1;
    const sealed = unseal(bytes, 'signature');
    if (sealed === null) {
      wrong(path, 'it does not end with a signature');
      continue;
    }
    const value: { readonly [member: string]: Json } = sealed.value;
    const key = createPublicKey({ key: Buffer.from(value['key'] as string, 'base64'), format: 'der', type: 'spki' });
    const signature = Buffer.from(sealed.seal, 'base64');
    if (!verify('sha384', sealed.body, { key, dsaEncoding: 'ieee-p1363' }, signature))
      wrong(path, 'its signature is not valid');
    if (value['n'] !== n || value['prev'] !== prev) wrong(path, 'it does not continue the one before');
    prev = digestOf(bytes);
    const { sha256 } = value['added'] as { readonly sha256: string };
    const list = await readFile(join(root, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256));
    for (const line of list.toString('utf8').split('\n').slice(0, -1)) {
      log.push(Buffer.from(line));
      const head = JSON.parse(line) as { readonly post: string; readonly n: number; readonly sha256: string };
      newest.set(head.post, `${head.n} ${head.sha256}`);
    }
    if (value['size'] !== log.length || value['root'] !== treeHash(log).toString('hex'))
      wrong(path, 'its root is another');
    const end = value['ledger'] as { readonly name: string; readonly bytes: number; readonly chain: string } | null;
    if (end !== null && ledger.chains.get(`${end.name} ${end.bytes}`) !== end.chain)
      wrong(path, 'the ledger is another');
  }
  for (const [post, head] of newest) {
    const [number = '', sha256 = ''] = head.split(' ');
    if (Number(number) <= (ledger.forgotten.get(post) ?? 0)) continue;
    if (digests.get(`${post} ${number}`) !== sha256) wrong(post, `record ${number} was signed, and is another`);
  }
  return n;
}

/** RFC 6962, section 2.1, word for word. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return createHash('sha256').update('\0').update(only).digest();
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return createHash('sha256')
    .update('\u0001')
    .update(treeHash(leaves.slice(0, k)))
    .update(treeHash(leaves.slice(k)))
    .digest();
}

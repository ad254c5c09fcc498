import type { Archive } from '../src/index.ts';

/** What a writer said was acknowledged, in lines as `writer.ts` says them, and the archive does not bear out. */
export async function lostLines(archive: Archive, said: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  const records = new Map<string, string>();
  const notes = said.filter((line) => line.startsWith('note')).length;
  for await (const { post } of archive.list()) {
    for await (const { record, sha256 } of archive.history(post)) records.set(`${post} ${record.n}`, sha256);
  }
  for (const line of said) {
    const [kind, ...rest] = line.split(' ');
    if (kind === 'blob' && !(await archive.hasBlob(rest[0] ?? ''))) missing.push(line);
    if (kind === 'record' && records.get(`${rest[0]} ${rest[1]}`) !== rest[2]) missing.push(line);
  }
  const { checks } = await archive.verify();
  return checks < notes ? [...missing, `${notes} notes, ${checks} in the ledger`] : missing;
}

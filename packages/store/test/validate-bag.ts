import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './list-files.ts';

/**
 * What is wrong with a bag, by the rules of RFC 8493 for version 1.0. It is a reading of its own: nothing of what writes bags is
 * used here.
 *
 * @returns As in `digest data/a.txt`, in order; empty for a bag that is complete and valid.
 */
export async function validateBag(root: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const files = await listFiles(root);
  for (const file of files) if (!(await lstat(join(root, file))).isFile()) faults.push(`not-a-file ${file}`);
  await checkDeclaration(root, files, faults);
  const payload = files.filter((file) => file.startsWith('data/'));
  if (payload.length === 0) faults.push('no-payload');
  const manifests = files.filter((file) => /^manifest-[a-z0-9]+\.txt$/.test(file));
  if (manifests.length === 0) faults.push('no-manifest');
  for (const manifest of manifests) {
    const listed = await checkManifest(root, manifest, files, faults);
    for (const file of listed) if (!file.startsWith('data/')) faults.push(`outside ${file}`);
    for (const file of payload) if (!listed.has(file)) faults.push(`unlisted ${manifest} ${file}`);
  }
  for (const manifest of files.filter((file) => /^tagmanifest-[a-z0-9]+\.txt$/.test(file))) {
    const listed = await checkManifest(root, manifest, files, faults);
    for (const file of listed) if (/^(?:data\/|tagmanifest-)/.test(file)) faults.push(`not-a-tag-file ${file}`);
  }
  await checkBagInfo(root, files, payload, faults);
  return faults.toSorted();
}

/** Section 2.1.1: two lines, in this order, in UTF-8 without a byte order mark. */
async function checkDeclaration(root: string, files: readonly string[], faults: string[]): Promise<void> {
  if (!files.includes('bagit.txt')) return void faults.push('no-declaration');
  const text = await readFile(join(root, 'bagit.txt'), 'utf8');
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n$/.test(text)) faults.push('bad-declaration');
}

/** Sections 2.1.3 and 2.2.1. */
async function checkManifest(
  root: string,
  manifest: string,
  files: readonly string[],
  faults: string[],
): Promise<ReadonlySet<string>> {
  const algorithm = /-([a-z0-9]+)\.txt$/.exec(manifest)?.[1] ?? '';
  const listed = new Set<string>();
  const text = await readFile(join(root, manifest), 'utf8');
  if (text !== '' && !text.endsWith('\n')) faults.push(`unfinished ${manifest}`);
  for (const line of text.split(/\r?\n/).filter((one) => one !== '')) {
    const [, digest = '', encoded = ''] = /^([0-9A-Fa-f]+)[ \t]+(.+)$/.exec(line) ?? [];
    if (digest === '' || /%(?!25|0A|0D)/i.test(encoded)) faults.push(`bad-line ${manifest} ${line}`);
    const path = encoded.replaceAll(/%(25|0A|0D)/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    if (/^(?:[/~]|[A-Za-z]:)/.test(path) || path.split('/').some((part) => ['', '.', '..'].includes(part))) {
      faults.push(`unsafe ${manifest} ${path}`);
      continue;
    }
    if (listed.has(path)) faults.push(`twice ${manifest} ${path}`);
    listed.add(path);
    if (!files.includes(path)) faults.push(`missing ${manifest} ${path}`);
    else if (digest.toLowerCase() !== (await digestOf(algorithm, join(root, path)))) faults.push(`digest ${path}`);
  }
  return listed;
}

/** Section 2.2.2. */
async function checkBagInfo(
  root: string,
  files: readonly string[],
  payload: readonly string[],
  faults: string[],
): Promise<void> {
  if (!files.includes('bag-info.txt')) return;
  const fields = new Map<string, string>();
  for (const line of (await readFile(join(root, 'bag-info.txt'), 'utf8')).split('\n').slice(0, -1)) {
    const [, label = '', value = ''] = /^([^\s:][^:\r\n]*):[ \t](.+)$/.exec(line) ?? [];
    if (label === '') faults.push(`bad-field ${line}`);
    fields.set(label, value);
  }
  const sizes = await Promise.all(payload.map(async (file) => (await lstat(join(root, file))).size));
  const oxum = `${sizes.reduce((sum, size) => sum + size, 0)}.${payload.length}`;
  if (fields.has('Payload-Oxum') && fields.get('Payload-Oxum') !== oxum) faults.push('bad-oxum');
  const date = fields.get('Bagging-Date');
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date)) faults.push('bad-date');
}

async function digestOf(algorithm: string, path: string): Promise<string> {
  return createHash(algorithm)
    .update(await readFile(path))
    .digest('hex');
}

import type { KeyObject } from 'node:crypto';
import type { FileTree } from '../file-tree.ts';
import type { ImportJob } from '../import-job.ts';
import { RefusedImportError } from '../refused-import-error.ts';
import { unpack } from '../unpack.ts';
import { importWarc } from '../warc/import-warc.ts';
import { isSignedBy } from './is-signed-by.ts';
import { verifyResources } from './verify-resources.ts';

const longestJson = 16 * 1024 * 1024;
const warcPattern = /^archive\/[^/]{1,200}\.warc(?:\.gz)?$/;

/**
 * Import a WACZ file, once every file in it has the length and digest that it says.
 *
 * @throws {RefusedImportError} If one has not; it is named.
 */
export async function importWacz(
  job: ImportJob,
  tree: FileTree,
  file: string,
  ownKey: KeyObject | undefined,
): Promise<void> {
  const datapackage = await tree.read('datapackage.json', longestJson);
  const listed = await verifyResources(tree, file, datapackage);
  const isOwn = await isSigned(tree, file, datapackage, ownKey);
  const warcs = tree.paths.filter((path) => warcPattern.test(path)).sort();
  for (const path of warcs) {
    if (!listed.has(path)) throw new RefusedImportError(file, 'datapackage.json does not list it', path);
    try {
      await importWarc(job, () => unpack(tree.open(path)), isOwn);
    } catch (error) {
      throw error instanceof RangeError ? new RefusedImportError(file, error.message, path, { cause: error }) : error;
    }
  }
}

async function isSigned(
  tree: FileTree,
  file: string,
  datapackage: Buffer,
  ownKey: KeyObject | undefined,
): Promise<boolean> {
  const path = 'datapackage-digest.json';
  if (!tree.paths.includes(path)) return false;
  const digest = await tree.read(path, longestJson);
  const signed = isSignedBy(digest, datapackage, ownKey);
  if (signed === null) throw new RefusedImportError(file, 'it has not the digest of datapackage.json', path);
  return signed;
}

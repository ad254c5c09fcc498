import { createHash } from 'node:crypto';
import { ShapeError } from '@embalm/post';
import { arrayOf, count, object, string } from '@embalm/post/decode';
import type { FileTree } from '../file-tree.ts';
import { parseJson } from '../../payloads/parse-json.ts';
import { RefusedImportError } from '../refused-import-error.ts';

interface Resource {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

const parseDatapackage = object<{ readonly resources: readonly Resource[] }>({
  resources: arrayOf(object<Resource>({ path: string, hash: string, bytes: count })),
});

/** As WACZ 1.1.1 allows them; older files have MD5. */
const algorithms: ReadonlySet<string> = new Set(['sha256', 'sha512', 'md5']);

/**
 * Read every file that `datapackage.json` lists, and compare it.
 *
 * @returns What it lists.
 * @throws {RefusedImportError} If one is not as it is listed; it is named.
 */
export async function verifyResources(tree: FileTree, file: string, datapackage: Buffer): Promise<ReadonlySet<string>> {
  const { resources } = parse(file, datapackage);
  for (const { path, hash, bytes } of resources) {
    const [algorithm = '', expected = ''] = hash.split(':', 2);
    if (!algorithms.has(algorithm)) throw new RefusedImportError(file, 'its digest is of an unknown kind', path);
    const digest = createHash(algorithm);
    let length = 0;
    for await (const chunk of tree.open(path)) {
      length += chunk.length;
      digest.update(chunk);
    }
    if (length !== bytes) throw new RefusedImportError(file, `it has ${length} bytes, not ${bytes} as it says`, path);
    if (digest.digest('hex') !== expected) throw new RefusedImportError(file, 'its bytes have another digest', path);
  }
  return new Set(resources.map(({ path }) => path));
}

function parse(file: string, datapackage: Buffer): { readonly resources: readonly Resource[] } {
  try {
    return parseDatapackage(parseJson(datapackage.toString('utf8')));
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new RefusedImportError(file, error.message, 'datapackage.json', { cause: error });
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { count, type Decode, object, oneOf, string } from '@embalm/post/decode';
import type { FolderDraft } from '../output/folder-draft.ts';
import type { HashedTuples } from './object-path.ts';
import { UnusableRootError } from './unusable-root-error.ts';

const extension = '0003-hash-and-id-n-tuple-storage-layout';
const configPath = `extensions/${extension}/config.json`;
const declaration = { name: '0=ocfl_1.1', text: 'ocfl_1.1\n' };

/** 65,536 folders at most: that many hold millions of objects, and three levels would only cost inodes. */
const ownTuples: HashedTuples = { digestAlgorithm: 'sha256', tupleSize: 2, numberOfTuples: 2 };

interface Layout {
  readonly extension: typeof extension;
  readonly description: string;
}

const parseLayout: Decode<Layout> = object<Layout>({ extension: oneOf(extension), description: string });
const parseTuples: Decode<HashedTuples> = object<HashedTuples>({
  digestAlgorithm: oneOf('sha256', 'sha512', 'md5', 'sha1'),
  tupleSize: count,
  numberOfTuples: count,
});

/** Write what makes a folder an OCFL 1.1 storage root: its declaration and its layout. Resolves to the layout. */
export async function writeRootFiles(folder: FolderDraft): Promise<HashedTuples> {
  const layout: Layout = {
    extension,
    description: 'Objects in folders of digits of the digest of their id, each in one named after its id.',
  };
  await folder.write(declaration.name, [Buffer.from(declaration.text)]);
  await folder.write('ocfl_layout.json', [jsonBytes(layout)]);
  await folder.write(configPath, [jsonBytes({ extensionName: extension, ...ownTuples })]);
  return ownTuples;
}

/**
 * Read how a storage root is laid out.
 *
 * @throws {UnusableRootError} If it is no root of OCFL 1.1, or laid out in another way.
 */
export async function readRootFiles(root: string): Promise<HashedTuples> {
  try {
    const found = await readFile(join(root, declaration.name), 'utf8');
    if (found !== declaration.text) throw new TypeError(`${declaration.name} says something else`);
    parseLayout(await readJson(join(root, 'ocfl_layout.json')));
    const tuples = parseTuples(await readJson(join(root, configPath)));
    if (tuples.tupleSize * tuples.numberOfTuples <= 32) return tuples;
    throw new TypeError('its folders have more digits than its digests');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnusableRootError(root, `it is none of OCFL 1.1 with layout ${extension} (${reason})`, { cause: error });
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function jsonBytes(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

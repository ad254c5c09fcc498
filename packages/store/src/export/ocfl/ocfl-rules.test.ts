import { appendFile, cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillArchive } from '../../../test/exported-archive.ts';
import { editInventory, editOne, type Spoilable, writeInventory } from '../../../test/ocfl/edit-inventory.ts';
import { validateObject } from '../../../test/ocfl/validate-object.ts';
import { validateRoot } from '../../../test/ocfl/validate-root.ts';
import { temporaryPlace, type TemporaryPlace } from '../../../test/temporary-place.ts';
import { exportOcfl } from './export-ocfl.ts';
import { objectPath } from './object-path.ts';

/** Where the object of `x:20` is. */
const objectOf = (root: string): string =>
  join(root, objectPath('urn:embalm:x:20', { digestAlgorithm: 'sha256', tupleSize: 2, numberOfTuples: 2 }));

let place: TemporaryPlace;
let good = '';
let copies = 0;
beforeAll(async () => {
  place = await temporaryPlace();
  await using archive = await fillArchive(join(place.path, 'archive'));
  good = join(place.path, 'good');
  await exportOcfl(good, archive, { software: { name: 'embalm', version: '0.1.0' } });
});
afterAll(() => place[Symbol.asyncDispose]());

async function copyOfGood(): Promise<string> {
  copies += 1;
  const copy = join(place.path, String(copies));
  await cp(good, copy, { recursive: true });
  return copy;
}

type Spoil = (object: string, root: string) => Promise<unknown>;

const edited =
  (spoil: (inventory: Spoilable) => unknown): Spoil =>
  (object) =>
    editInventory(object, 'v2', spoil);
const first = (block: Spoilable): string => Object.keys(block)[0] ?? '';
const none = '0'.repeat(128);

/** Every code with what it means, and how to bring it about. */
const bad: readonly (readonly [code: string, what: string, spoil: Spoil])[] = [
  ['E001', 'a file of somebody else', (object) => writeFile(join(object, 'extra.txt'), '')],
  ['E001', 'a folder of somebody else', (object) => mkdir(join(object, 'extra'))],
  ['E003', 'no declaration', (object) => rm(join(object, '0=ocfl_object_1.1'))],
  ['E003', 'two declarations', (object) => writeFile(join(object, '0=ocfl_object_1.0'), 'ocfl_object_1.0\n')],
  [
    'E006',
    'another declaration',
    (object) => rename(join(object, '0=ocfl_object_1.1'), join(object, '0=ocfl_object_x')),
  ],
  ['E007', 'other text in it', (object) => writeFile(join(object, '0=ocfl_object_1.1'), 'ocfl_object_1.1')],
  ['E008', 'no version', edited((inventory) => (inventory['versions'] = {}))],
  ['E009', 'no first version', edited((inventory) => delete inventory['versions'].v1)],
  ['E010', 'a version that is gone', (object) => rm(join(object, 'v1'), { recursive: true })],
  ['E015', 'a file beside the content', (object) => writeFile(join(object, 'v1/extra.txt'), '')],
  ['E017', 'a content folder with a slash', edited((inventory) => (inventory['contentDirectory'] = 'a/b'))],
  ['E018', 'a content folder that leads out', edited((inventory) => (inventory['contentDirectory'] = '..'))],
  ['E019', 'a content folder that changes', edited((inventory) => (inventory['contentDirectory'] = 'other'))],
  ['E023', 'content that is not listed', (object) => writeFile(join(object, 'v1/content/extra.txt'), '')],
  ['E024', 'an empty folder', (object) => mkdir(join(object, 'v1/content/empty'))],
  ['E025', 'a weak digest', edited((inventory) => (inventory['digestAlgorithm'] = 'md5'))],
  ['E033', 'no JSON', (object) => writeInventory(object, '{')],
  ['E036', 'no id', edited((inventory) => delete inventory['id'])],
  ['E036', 'no head', edited((inventory) => delete inventory['head'])],
  ['E037', 'an empty id', edited((inventory) => (inventory['id'] = ''))],
  ['E037', 'two ids', (object) => editOne(join(object, 'v1'), (inventory) => (inventory['id'] = 'other'))],
  ['E038', 'another type', edited((inventory) => (inventory['type'] = 'https://ocfl.io/2.0/spec/#inventory'))],
  ['E038', 'a type that is not declared', edited((i) => (i['type'] = 'https://ocfl.io/1.0/spec/#inventory'))],
  ['E040', 'an older head', edited((inventory) => (inventory['head'] = 'v1'))],
  ['E040', 'a head in another form', edited((inventory) => (inventory['head'] = 2))],
  ['E041', 'no manifest', edited((inventory) => delete inventory['manifest'])],
  ['E043', 'no versions', edited((inventory) => delete inventory['versions'])],
  ['E044', 'versions as a list', edited((inventory) => (inventory['versions'] = []))],
  ['E046', 'a version that is not listed', (object) => cp(join(object, 'v2'), join(object, 'v3'), { recursive: true })],
  ['E047', 'a version that is no object', edited((inventory) => (inventory['versions'].v1 = 'one'))],
  ['E048', 'a version without time', edited((inventory) => delete inventory['versions'].v1.created)],
  ['E048', 'a version without state', edited((inventory) => delete inventory['versions'].v1.state)],
  ['E049', 'a time without zone', edited((i) => (i['versions'].v1.created = '2026-11-22T10:00:00'))],
  ['E049', 'a day', edited((inventory) => (inventory['versions'].v1.created = '2026-11-22'))],
  ['E050', 'a digest that has no bytes', edited((inventory) => (inventory['versions'].v1.state[none] = ['a']))],
  ['E051', 'a path that is no list', edited((i) => (i['versions'].v1.state[first(i['manifest'])] = 'a'))],
  ['E052', 'a logical path that leads out', edited((i) => i['versions'].v1.state[first(i['manifest'])].push('../a'))],
  ['E053', 'an absolute logical path', edited((i) => i['versions'].v1.state[first(i['manifest'])].push('/a'))],
  ['E054', 'a user without name', edited((inventory) => delete inventory['versions'].v1.user.name)],
  ['E057', 'fixity that is no list', edited((inventory) => (inventory['fixity'].sha256 = 'none'))],
  ['E058', 'no sidecar', (object) => rm(join(object, 'inventory.json.sha512'))],
  ['E059', 'a sidecar of another digest', (object) => writeFile(join(object, 'v1/inventory.json.sha256'), 'a b')],
  ['E060', 'a changed inventory', (object) => appendFile(join(object, 'inventory.json'), ' ')],
  ['E061', 'a sidecar in another form', (object) => writeFile(join(object, 'inventory.json.sha512'), none)],
  ['E063', 'no inventory', (object) => rm(join(object, 'inventory.json'))],
  ['E064', 'another inventory in the newest version', (object) => editOne(object, (i) => (i['fixity'] = {}))],
  ['E066', 'another past', edited((i) => i['versions'].v1.state[first(i['manifest'])].push('b'))],
  ['E067', 'a file among extensions', (object) => putFile(join(object, 'extensions/a.txt'))],
  ['E069', 'a root without declaration', (_, root) => rm(join(root, '0=ocfl_1.1'))],
  [
    'E070',
    'a layout without description',
    (_, root) => writeFile(join(root, 'ocfl_layout.json'), '{"extension":"0003-x"}'),
  ],
  [
    'E071',
    'a layout of nobody',
    (_, root) => writeFile(join(root, 'ocfl_layout.json'), '{"extension":"x","description":""}'),
  ],
  ['E072', 'a file between objects', (object) => writeFile(join(dirname(object), 'a.txt'), '')],
  ['E073', 'an empty folder in the root', (_, root) => mkdir(join(root, 'empty'))],
  ['E076', 'a root with two declarations', (_, root) => writeFile(join(root, '0=ocfl_1.0'), 'ocfl_1.0\n')],
  ['E079', 'a root of something else', (_, root) => writeFile(join(root, '0=bagit_1.0'), 'bagit_1.0\n')],
  ['E080', 'other text in its declaration', (_, root) => writeFile(join(root, '0=ocfl_1.1'), 'ocfl_1.1')],
  ['E084', 'a file in a folder of folders', (object) => writeFile(join(dirname(object), 'a.txt'), '')],
  ['E085', 'a folder that leads to no object', (_, root) => putFile(join(root, 'aa/a.txt'))],
  ['E088', 'a folder of somebody else in the root', (_, root) => putFile(join(root, 'aa/a.txt'))],
  ['E090', 'a link', (object) => symlink('record.json', join(object, 'v1/content/link.json'))],
  ['E092', 'changed bytes', (object) => appendFile(join(object, 'v1/content/record.json'), ' ')],
  ['E092', 'lost bytes', (object) => rm(join(object, 'v1/content/post.json'))],
  [
    'E093',
    'another digest in the fixity',
    edited((i) => (i['fixity'].sha256['0'.repeat(64)] = ['v1/content/post.json'])),
  ],
  ['E094', 'a message that is no text', edited((inventory) => (inventory['versions'].v1.message = 1))],
  ['E095', 'a file where a folder is', edited((i) => i['versions'].v1.state[first(i['manifest'])].push('files'))],
  [
    'E096',
    'a digest twice',
    edited((i) => (i['manifest'][first(i['manifest']).toUpperCase()] = ['v1/content/post.json'])),
  ],
  [
    'E097',
    'a digest twice in the fixity',
    edited((i) => (i['fixity'].sha256[first(i['fixity'].sha256).toUpperCase()] = ['a'])),
  ],
  ['E099', 'a content path that leads out', edited((i) => i['manifest'][first(i['manifest'])].push('v1/../a'))],
  ['E100', 'an absolute content path', edited((i) => i['manifest'][first(i['manifest'])].push('/a'))],
  ['E101', 'a content path twice', edited((i) => i['manifest'][first(i['manifest'])].push('v1/content/post.json'))],
  ['E102', 'another key', edited((inventory) => (inventory['extra'] = true))],
  [
    'E103',
    'an older type after a newer',
    (object) => editOne(join(object, 'v2'), (i) => (i['type'] = 'https://ocfl.io/1.0/spec/#inventory')),
  ],
  ['E106', 'a manifest that is a list', edited((inventory) => (inventory['manifest'] = []))],
  [
    'E107',
    'bytes that no version has',
    edited((inventory) => (inventory['manifest'][none] = ['v1/content/post.json'])),
  ],
  ['E110', 'an id that changes', (object) => editOne(join(object, 'v1'), (inventory) => (inventory['id'] = 'other'))],
  ['E111', 'fixity that is a list', edited((inventory) => (inventory['fixity'] = []))],
  ['E112', 'a file among the extensions of the root', (_, root) => putFile(join(root, 'extensions/a.txt'))],
  ['layout', 'an object in another place', (object, root) => rename(dirname(object), join(root, 'ff'))],
];

test('what is exported keeps every rule', async () => {
  expect(await validateRoot(good)).toStrictEqual([]);
});

test.each(bad)('the check knows %s: %s', async (code, _, spoil) => {
  const root = await copyOfGood();
  await spoil(objectOf(root), root);
  expect((await validateRoot(root)).map((fault) => fault.split(' ')[0])).toContain(code);
});

test('and more than sixty codes in all', () => {
  const codes = new Set(bad.map(([code]) => code));
  expect(codes.size).toBeGreaterThan(60);
});

const fixtures = process.env['EMBALM_OCFL_FIXTURES'];

test.skipIf(fixtures === undefined)(
  'the check judges the fixtures of the specification as their names do',
  async () => {
    const folder = join(fixtures ?? '', '1.1');
    let judged = 0;
    for (const kind of ['good', 'warn', 'bad']) {
      for (const name of await readdir(join(folder, `${kind}-objects`))) {
        if (!/^[A-Za-z]/.test(name) || name === 'README.md') continue;
        const found = await validateObject(join(folder, `${kind}-objects`, name));
        if (kind === 'bad') expect(found, name).toEqual(expect.arrayContaining(name.match(/E\d{3}/g) ?? ['nothing']));
        else expect(found, name).toStrictEqual([]);
        judged += 1;
      }
    }
    expect(judged).toBeGreaterThan(70);
  },
);

if (fixtures === undefined) {
  process.stderr.write('SKIPPED: the fixtures of OCFL; clone OCFL/fixtures and name it in EMBALM_OCFL_FIXTURES\n');
}

async function putFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
}

import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillArchive, filmBytes } from '../../../test/exported-archive.ts';
import { listFiles } from '../../../test/list-files.ts';
import { mountSmallDisk } from '../../../test/small-disk.ts';
import { temporaryPlace } from '../../../test/temporary-place.ts';
import { validateBag } from '../../../test/validate-bag.ts';
import { blobPath, sha256Of } from '../../layout.ts';
import { openArchive } from '../../open/open-archive.ts';
import { NothingToExportError } from '../export-options.ts';
import { UnwritableTargetError } from '../output/unwritable-target-error.ts';
import { encodePath } from './encode-path.ts';
import { exportBag } from './export-bag.ts';

const software = { name: 'embalm', version: '0.1.0' };

/** An archive with two posts, and a bag of it. */
async function bagged(options: Partial<Parameters<typeof exportBag>[2]> = {}) {
  const place = await temporaryPlace();
  await using archive = await fillArchive(join(place.path, 'archive'));
  const bag = join(place.path, 'out/bag');
  const report = await exportBag(bag, archive, { software, ...options });
  return { bag, report, archive: join(place.path, 'archive'), [Symbol.asyncDispose]: place[Symbol.asyncDispose] };
}

test('a bag is complete and valid, and has what the records name, by its digest', async () => {
  await using made = await bagged();
  expect(await validateBag(made.bag)).toStrictEqual([]);
  const [post, quoted] = ['data/posts/e7/x-20', 'data/posts/18/x-~fj2co!k1x!r1'];
  const files = await listFiles(made.bag);
  expect(files.filter((file) => !file.startsWith('data/bodies/'))).toStrictEqual([
    'bag-info.txt',
    'bagit.txt',
    'data/README.txt',
    `${quoted}/000001/post.json`,
    `${quoted}/000001/record.json`,
    `${post}/000001/files/screenshot/light.png`,
    `${post}/000001/post.json`,
    `${post}/000001/record.json`,
    `${post}/000002/post.json`,
    `${post}/000002/record.json`,
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sha512.txt',
  ]);
  const record = await readFile(join(made.bag, post, '000002/record.json'));
  expect(record).toStrictEqual(await readFile(join(made.archive, 'posts/e7/x-20/000002.json')));
  const manifest = await readFile(join(made.bag, 'manifest-sha256.txt'), 'utf8');
  const named = [...record.toString().matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, digest]) => digest ?? '');
  expect(named).toHaveLength(3);
  for (const digest of named) expect(manifest).toContain(`${digest}  data/`);
  expect(manifest).toContain(`${sha256Of(filmBytes)}  data/bodies/`);
});

test('bag-info.txt tells when, how much, of what and by what, and the report the same', async () => {
  await using made = await bagged();
  const digest = sha256Of(await readFile(join(made.bag, 'manifest-sha256.txt')));
  const { files, bytes } = made.report;
  expect(await readFile(join(made.bag, 'bag-info.txt'), 'utf8')).toBe(
    `Bagging-Date: 2026-11-23\nPayload-Oxum: ${bytes}.${files}\nExternal-Identifier: urn:embalm:sha256:${digest}\n` +
      'External-Description: 3 captures of 2 posts\nBag-Software-Agent: embalm 0.1.0\n',
  );
  expect(made.report).toMatchObject({ posts: 2, snapshots: 3 });
  await using one = await bagged({ posts: ['x:20'], baggingDate: '2030-01-02' });
  const info = await readFile(join(one.bag, 'bag-info.txt'), 'utf8');
  expect(info).toContain('Bagging-Date: 2030-01-02\n');
  expect(info).toContain('External-Identifier: urn:embalm:x:20\n');
});

test('the same posts give the same bytes', async () => {
  await using one = await bagged();
  await using other = await bagged();
  const files = await listFiles(one.bag);
  expect(await listFiles(other.bag)).toStrictEqual(files);
  for (const file of files) expect(await readFile(join(other.bag, file))).toEqual(await readFile(join(one.bag, file)));
});

describe('the check of bags finds', () => {
  const first = 'data/posts/e7/x-20/000001/post.json';
  test.each<readonly [fault: string, what: string, spoil: (bag: string) => Promise<unknown>]>([
    ['no-declaration', 'no bagit.txt', (bag) => rm(join(bag, 'bagit.txt'))],
    ['bad-declaration', 'another version', (bag) => replace(bag, 'bagit.txt', '1.0', '1.00')],
    ['bad-declaration', 'a byte order mark', (bag) => replace(bag, 'bagit.txt', 'BagIt', '\uFEFFBagIt')],
    ['no-payload', 'no payload', (bag) => rm(join(bag, 'data'), { recursive: true })],
    ['no-manifest', 'no manifest', (bag) => removeBoth(bag, 'manifest')],
    ['digest', 'changed bytes', (bag) => appendFile(join(bag, first), ' ')],
    ['digest', 'a changed tag file', (bag) => replace(bag, 'bag-info.txt', '0.1.0', '0.1.1')],
    ['missing', 'a lost file', (bag) => rm(join(bag, first))],
    ['unlisted', 'an added file', (bag) => writeFile(join(bag, 'data/added'), '')],
    ['unlisted', 'a manifest without a file', (bag) => replace(bag, 'manifest-sha512.txt', /^.*post\.json\n/m, '')],
    ['twice', 'a file listed twice', (bag) => replace(bag, 'manifest-sha256.txt', /^(.*\n)/, '$1$1')],
    ['unsafe', 'a path that leads out', (bag) => replace(bag, 'manifest-sha256.txt', 'data/README', 'data/../../R')],
    ['unsafe', 'an absolute path', (bag) => replace(bag, 'manifest-sha256.txt', 'data/README', '/data/README')],
    ['outside', 'a tag file in a manifest', (bag) => replace(bag, 'manifest-sha256.txt', 'data/README', 'README')],
    ['bad-line', 'a line without digest', (bag) => replace(bag, 'manifest-sha256.txt', /^[0-9a-f]+/, '')],
    ['bad-line', 'a percent sign', (bag) => replace(bag, 'manifest-sha256.txt', 'README', '%52EADME')],
    ['unfinished', 'no last line end', (bag) => replace(bag, 'manifest-sha256.txt', /\n$/, '')],
    ['not-a-tag-file', 'payload as a tag', (bag) => replace(bag, 'tagmanifest-sha256.txt', 'bagit.txt', first)],
    ['bad-oxum', 'another count', (bag) => replace(bag, 'bag-info.txt', 'Payload-Oxum: ', 'Payload-Oxum: 1')],
    ['bad-date', 'another date', (bag) => replace(bag, 'bag-info.txt', '2026-11-23', '23.11.2026')],
    ['bad-field', 'a line without label', (bag) => appendFile(join(bag, 'bag-info.txt'), 'nothing\n')],
  ])('%s: %s', async (fault, _, spoil) => {
    await using made = await bagged({ posts: ['x:20'] });
    await spoil(made.bag);
    const faults = await validateBag(made.bag);
    expect(faults.map((found) => found.split(' ')[0])).toContain(fault);
  });
});

test('paths are encoded as manifests want it, and nothing else is', () => {
  expect(encodePath('data/100%\r\nä b.txt')).toBe('data/100%25%0D%0Aä b.txt');
});

describe('nothing is left, and nothing replaced', () => {
  test('where a folder has something in it, or a file is', async () => {
    await using place = await temporaryPlace();
    await using archive = await fillArchive(join(place.path, 'archive'));
    const full = join(place.path, 'full');
    await mkdir(full);
    await writeFile(join(full, 'a'), '');
    for (const path of [full, join(full, 'a')]) {
      await expect(exportBag(path, archive, { software })).rejects.toThrow(UnwritableTargetError);
    }
    await expect(exportBag(join(full, 'a/b'), archive, { software })).rejects.toThrow(UnwritableTargetError);
    expect(await listFiles(full)).toStrictEqual(['a']);
    await mkdir(join(place.path, 'empty'));
    expect(await exportBag(join(place.path, 'empty'), archive, { software })).toMatchObject({ posts: 2 });
    expect(await validateBag(join(place.path, 'empty'))).toStrictEqual([]);
  });

  test('if it is interrupted, if bytes are gone, if nothing was selected', async () => {
    await using place = await temporaryPlace();
    await using archive = await fillArchive(join(place.path, 'archive'));
    const target = join(place.path, 'out/bag');
    const stop = new AbortController();
    const reason = new Error('interrupted');
    const stopping = exportBag(target, archive, {
      software,
      signal: stop.signal,
      onProgress: ({ snapshots }) => snapshots === 2 && stop.abort(reason),
    });
    await expect(stopping).rejects.toBe(reason);
    await expect(exportBag(target, archive, { software, posts: [] })).rejects.toThrow(NothingToExportError);
    await rm(join(archive.directory, blobPath(sha256Of(filmBytes))));
    await expect(exportBag(target, archive, { software })).rejects.toThrow(/^No blob /);
    expect(await readdir(dirname(target))).toStrictEqual([]);
  });

  test('if the disk is full', async () => {
    await using disk = await mountSmallDisk(2);
    if (disk === null) return;
    await using place = await temporaryPlace();
    await using archive = await fillArchive(join(place.path, 'archive'));
    await expect(exportBag(join(disk.path, 'bag'), archive, { software })).rejects.toThrow('No room left on the disk');
    expect(await readdir(disk.path)).toStrictEqual([]);
  });
});

test('an archive that is open for reading only can be exported', async () => {
  await using made = await bagged();
  await using archive = await openArchive(made.archive, { readOnly: true });
  const again = join(dirname(made.bag), 'again');
  expect(await exportBag(again, archive, { software })).toStrictEqual(made.report);
});

async function replace(bag: string, file: string, search: string | RegExp, replacement: string): Promise<void> {
  const path = join(bag, file);
  const text = await readFile(path, 'utf8');
  const changed = text.replace(search, replacement);
  if (changed === text) throw new Error(`Nothing to replace in ${basename(path)}`);
  await writeFile(path, changed);
}

async function removeBoth(bag: string, name: string): Promise<void> {
  for (const algorithm of ['sha256', 'sha512']) {
    await rename(join(bag, `${name}-${algorithm}.txt`), join(bag, `no-${name}-${algorithm}.txt`));
  }
}

import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveOfEverything, archiveOfEverything, type FileKind } from '../../test/archive-of-everything.ts';
import { flipBit } from '../../test/flip-bit.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { type Archive, openArchive } from '../index.ts';

let everything: ArchiveOfEverything;
let archive: Archive;

beforeAll(async () => {
  everything = await archiveOfEverything();
  archive = await openArchive(everything.path, { readOnly: true });
});

afterAll(async () => {
  await archive[Symbol.asyncDispose]();
  await everything[Symbol.asyncDispose]();
});

/** What can happen to a file; `null` removes it. */
const harms: readonly (readonly [string, (good: Buffer) => Buffer | null])[] = [
  ...[0, 0.13, 0.37, 0.5, 0.77, 0.94, 1].map((part) => {
    return [`flipped at ${part * 100} %`, (good: Buffer) => flipBit(good, part)] as const;
  }),
  ['cut by a byte', (good) => good.subarray(0, -1)],
  ['cut in half', (good) => good.subarray(0, good.length / 2)],
  ['cut to nothing', () => Buffer.alloc(0)],
  ['cut after its first line', (good) => good.subarray(0, good.indexOf('\n') + 1)],
  ['longer by a byte', (good) => Buffer.concat([good, Buffer.from('\n')])],
  ['with its bytes turned', (good) => Buffer.from(good.toReversed())],
  ['removed', () => null],
];

interface Stage {
  /** Files that are not there meanwhile: signatures take longer to check than all else. */
  readonly without: readonly string[];
  /** Files that are harmed at the same time. */
  readonly rounds: readonly (readonly string[])[];
}

/** One file of each kind at a time is harmed, of posts that have nothing to do with each other: they hide nothing. */
function stages(): readonly Stage[] {
  const { format, blob, list, record, notice, ledger, checkpoint, token } = everything.files;
  const beside = [format, ledger, record, notice, blob];
  const most = Math.max(...beside.map((paths) => paths.length));
  const rounds = Array.from({ length: most }, (_, round) => beside.flatMap((paths) => paths[round] ?? []));
  return [
    { without: [...checkpoint, ...token], rounds },
    { without: token, rounds: [...list, ...checkpoint].map((path) => [path]) },
    { without: [], rounds: token.map((path) => [path]) },
  ];
}

/** What nothing in an archive can tell, by kind of file; `FORMAT.md` says so. */
function isBeyondNotice(path: string, what: string): boolean {
  const { token, checkpoint } = everything.files;
  return what === 'removed' && (token.includes(path) || path === checkpoint.at(-1));
}

describe('verify names every file', () => {
  test('that is flipped, cut, made longer or removed, of every kind', async () => {
    const results = await Promise.all(harms.map(([what, harm]) => harmAll(what, harm)));
    const cases = Map.groupBy(results.flat(), ({ kind }) => kind);
    for (const [kind, paths] of Object.entries(everything.files)) {
      // Some harms change nothing: cut after its first line, a file of one line.
      expect(cases.get(kind as FileKind)?.length ?? 0, kind).toBeGreaterThanOrEqual(12 * paths.length);
    }
    const unnoticed = results.flat().filter(({ isNamed }) => !isNamed);
    expect(unnoticed.filter(({ path, what }) => !isBeyondNotice(path, what))).toStrictEqual([]);
    expect(unnoticed).toHaveLength(everything.files.token.length + 1);
    const counts = Object.entries(everything.files).map(([kind, paths]) => [kind, paths.length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      format: 1,
      blob: 7,
      list: 2,
      record: 7,
      notice: 1,
      ledger: 4,
      checkpoint: 2,
    });
  });

  test('the index, wherever a change of it would change what is found', async () => {
    await using place = await temporaryPlace();
    await cp(everything.path, place.path, { recursive: true });
    await rm(join(place.path, 'checkpoints'), { recursive: true });
    await using copy = await openArchive(place.path, { readOnly: true });
    const path = join(place.path, 'index.sqlite');
    const good = await readFile(path);
    const before = contentOf(path);
    const step = Math.ceil(good.length / 128) | 1;
    let named = 0;
    let harmless = 0;
    for (let at = 0; at < good.length; at += step) {
      const bad = Buffer.from(good);
      bad.writeUInt8(good.readUInt8(at) ^ 0x04, at);
      await writeFile(path, bad);
      const problems = await problemsOf(copy);
      if (problems.length > 0) named += 1;
      else {
        harmless += 1;
        expect(contentOf(path), `flipped at ${at}`).toStrictEqual(before);
      }
    }
    for (const length of [good.length - 1, good.length / 2, 4096, 100]) {
      await writeFile(path, good.subarray(0, length));
      expect(await problemsOf(copy), `cut to ${length}`).toContain('index-damaged index.sqlite');
    }
    await writeFile(path, good);
    expect(await problemsOf(copy)).toStrictEqual([]);
    expect(named + harmless).toBeGreaterThan(100);
    expect(named).toBeGreaterThan(5);
  });
});

interface Case {
  readonly path: string;
  readonly kind: FileKind;
  readonly what: string;
  readonly isNamed: boolean;
}

/** Harm every file in turn, in an archive of its own. */
async function harmAll(what: string, harm: (good: Buffer) => Buffer | null): Promise<readonly Case[]> {
  await using place = await temporaryPlace();
  await cp(everything.path, place.path, { recursive: true });
  await using copy = await openArchive(place.path, { readOnly: true });
  const cases: Case[] = [];
  for (const { without, rounds } of stages()) {
    for (const path of without) await rm(join(place.path, path));
    for (const paths of rounds) cases.push(...(await harmTogether(copy, paths, what, harm)));
    for (const path of without) await copyFile(join(everything.path, path), join(place.path, path));
  }
  expect(await problemsOf(copy)).toStrictEqual([]);
  return cases;
}

async function harmTogether(
  copy: Archive,
  paths: readonly string[],
  what: string,
  harm: (good: Buffer) => Buffer | null,
): Promise<readonly Case[]> {
  const harmed = new Map<string, Buffer>();
  for (const path of paths) {
    const file = join(copy.directory, path);
    const good = await readFile(file);
    const bad = harm(good);
    if (bad?.equals(good) === true) continue;
    harmed.set(path, good);
    await (bad === null ? rm(file) : writeFile(file, bad));
  }
  const named = new Set((await problemsOf(copy)).map((problem) => problem.slice(problem.indexOf(' ') + 1)));
  for (const [path, good] of harmed) await writeFile(join(copy.directory, path), good);
  return [...harmed.keys()].map((path) => ({ path, kind: kindOf(path), what, isNamed: named.has(path) }));
}

function kindOf(path: string): FileKind {
  const [kind] = Object.entries(everything.files).find(([, paths]) => paths.includes(path)) ?? [];
  return kind as FileKind;
}

/** All that is looked up in an index; leases stand nowhere else, and are not compared. */
function contentOf(path: string): unknown {
  using db = new DatabaseSync(path, { readOnly: true });
  db.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, texts, instance)');
  const tables = ['posts', 'names', 'articles', 'due', 'ledgers', 'temp.words'];
  return tables.map((table) => {
    const rows = db.prepare(`SELECT * FROM ${table}`);
    rows.setReadBigInts(true);
    return rows.all();
  });
}

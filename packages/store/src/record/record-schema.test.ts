import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { closedSchema } from '../../test/closed-schema.ts';
import { draftOf, exchangeOf, photoOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { wholeRecord } from '../../test/whole-record.ts';
import { openArchive } from '../open/open-archive.ts';
import { parseSnapshotRecord } from './parse-snapshot-record.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const published = JSON.parse(
  await readFile(new URL('../../schema/record.schema.json', import.meta.url), 'utf8'),
) as Json;
const fits = new Ajv2020({ strict: 'log', allowUnionTypes: true }).compile(published as object);
const whole = { ...wholeRecord, checksum: 'cd'.repeat(32) } as unknown as Json;

describe('the schema of records', () => {
  test('fits what an archive has', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const blob = await archive.keep(Buffer.from('bytes'));
    const changes = [
      { exchanges: [exchangeOf(blob)], files: { 'media/1.jpg': photoOf(blob) } },
      {
        content: null,
        source: null,
        observation: { ...draftOf('x:20').observation, state: 'deleted', reason: 'gone' },
      },
    ] as const;
    for (const change of changes) await archive.commit(draftOf('x:20', change));
    const files = (await collect(archive.history('x:20'))).map(({ path }) => path);
    expect(files).toHaveLength(2);
    for (const path of files) {
      expect(fits(JSON.parse(await readFile(`${place.path}/${path}`, 'utf8'))), path).toBe(true);
    }
  });

  test('has every key that a record can have, and no key is lost in reading', () => {
    const exact = new Ajv2020({ strict: 'log', allowUnionTypes: true }).compile(closedSchema(published) as object);
    exact(whole);
    expect(exact.errors ?? []).toStrictEqual([]);
    expect(parseSnapshotRecord(whole)).toStrictEqual(wholeRecord);
  });

  // No number but 0 fits into every range of these texts: that ranges lie in their text is beyond a schema.
  test('accepts and refuses as the program does, whatever is put in a place or left out', () => {
    const others: readonly (Json | undefined)[] = [
      undefined,
      null,
      true,
      -1,
      0,
      1.5,
      '',
      'other',
      'x:20',
      '2022-03-05',
      '2022-03-05T10:00:00.000Z',
      'ab'.repeat(32),
      [],
      [0],
      [0, 0],
      ['https://example.org'],
      {},
    ];
    let cases = 0;
    let refused = 0;
    for (const path of pathsIn(whole)) {
      for (const other of others) {
        const changed = changedAt(whole, path, other);
        const expected = isRecord(changed);
        expect(fits(changed), `${path.join('.')} = ${JSON.stringify(other)}`).toBe(expected);
        cases += 1;
        if (!expected) refused += 1;
      }
    }
    expect(cases).toBeGreaterThan(3000);
    expect(refused).toBeGreaterThan(2000);
    expect(refused).toBeLessThan(cases);
  });
});

function isRecord(value: unknown): boolean {
  try {
    parseSnapshotRecord(value);
    return true;
  } catch {
    return false;
  }
}

/** The checksum is left out: it belongs to the file, and what is read from it does not keep it. */
function* pathsIn(value: Json, path: Path = []): Generator<Path> {
  if (path[0] === 'checksum') return;
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value))
    yield* pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

function changedAt(value: Json, [step, ...rest]: Path, other: Json | undefined): Json {
  if (step === undefined) return other ?? null;
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => {
      if (index !== step) return [item];
      return rest.length === 0 && other === undefined ? [] : [changedAt(item, rest, other)];
    });
  }
  const { [step]: item = null, ...others } = value as { readonly [key: string]: Json };
  if (rest.length === 0 && other === undefined) return others;
  return { ...others, [step]: changedAt(item, rest, other) };
}

import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { DamagedLedgerError } from '../archive-errors.ts';
import { sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import type { Check } from './check.ts';

const check: Check = {
  post: 'x:1500127395262201857',
  record: sha256Of('a record'),
  state: 'live',
  source: 'x-syndication',
  at: '2026-11-22T10:00:00.000Z',
  reason: null,
};

/** A clock that tests set. */
function clockAt(instant: string): { now: () => Date; set: (instant: string) => void } {
  let time = new Date(instant);
  return {
    now: () => time,
    set: (next) => {
      time = new Date(next);
    },
  };
}

describe('the ledger', () => {
  test('has one line a check, each chained to the one before', async () => {
    await using place = await temporaryPlace();
    const { now } = clockAt('2026-11-30T23:59:59.999Z');
    await using archive = await openArchive(place.path, { now });
    await archive.note(check);
    await archive.note({ ...check, state: 'unreachable', reason: 'a time-out' });
    const text = await readFile(join(place.path, 'checks/2026-11.jsonl'), 'utf8');
    const [first = '', second = '', ...rest] = text.split('\n');
    expect(rest).toStrictEqual(['']);
    const body =
      '{"at":"2026-11-22T10:00:00.000Z","kind":"check","post":"x:1500127395262201857","reason":null,' +
      `"record":"${check.record}","source":"x-syndication","state":"live"`;
    const chain = sha256Of(`${'0'.repeat(64)}${body}`);
    expect(first).toBe(`${body},"chain":"${chain}"}`);
    const [secondBody = ''] = second.split(',"chain":');
    expect(second).toBe(`${secondBody},"chain":"${sha256Of(`${chain}${secondBody}`)}"}`);
    // 400 bytes for an unchanged check is the bound.
    expect(first.length).toBeLessThan(340);
  });

  test('runs on from month to month, and does not go back with the clock', async () => {
    await using place = await temporaryPlace();
    const clock = clockAt('2026-11-30T23:59:59.999Z');
    await using archive = await openArchive(place.path, clock);
    await archive.note(check);
    clock.set('2027-01-01T00:00:00.000Z');
    await archive.note(check);
    clock.set('2026-12-01T00:00:00.000Z');
    await archive.note(check);
    expect(await readdir(join(place.path, 'checks'))).toStrictEqual(['2026-11.jsonl', '2027-01.jsonl']);
    expect(await archive.verify()).toMatchObject({ checks: 3, problems: 0 });
  });

  test('takes checks that come at once one after the other', async () => {
    await using place = await temporaryPlace();
    await using one = await openArchive(place.path);
    await using other = await openArchive(place.path);
    await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? one : other).note(check)));
    expect(await one.verify()).toMatchObject({ checks: 30, problems: 0 });
  });

  test('tells the checks of a post, month by month, passing over lines that are damaged', async () => {
    await using place = await temporaryPlace();
    const clock = clockAt('2026-11-30T23:59:00.000Z');
    await using archive = await openArchive(place.path, clock);
    const other = { ...check, post: 'x:21', reason: `about "post":"${check.post}"` } as const;
    await archive.note(check);
    await archive.note(other);
    const later = { ...check, at: '2026-12-01T00:00:00.000Z' };
    clock.set(later.at);
    await archive.note(later);
    const first = join(place.path, 'checks/2026-11.jsonl');
    await writeFile(first, `{"post":"${check.post}"}\n${await readFile(first, 'utf8')}`);
    expect(await collect(archive.checks(check.post))).toStrictEqual([check, later]);
    expect(await collect(archive.checks('x:21'))).toStrictEqual([other]);
    expect(await collect(archive.checks('x:22'))).toStrictEqual([]);
  });

  test('drops a line that was begun and never finished, and goes on', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path, clockAt('2026-11-01T00:00:00.000Z'));
    await archive.note(check);
    await appendFile(join(place.path, 'checks/2026-11.jsonl'), '{"at":"2026-11-22T10:0');
    expect(await problemsOf(archive)).toStrictEqual(['ledger-unfinished checks/2026-11.jsonl']);
    await archive.note(check);
    expect(await archive.verify()).toMatchObject({ checks: 2, problems: 0 });
  });

  test('begins anew where nothing but an unfinished first line was left', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path, clockAt('2026-11-01T00:00:00.000Z'));
    await writeFile(join(place.path, 'checks/2026-11.jsonl'), '{"at"');
    await archive.note(check);
    expect(await archive.verify()).toMatchObject({ checks: 1, problems: 0 });
  });

  test('is not continued from a line that is damaged at its end', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path, clockAt('2026-11-01T00:00:00.000Z'));
    await archive.note(check);
    await appendFile(join(place.path, 'checks/2026-11.jsonl'), 'no line of ours\n');
    await expect(archive.note(check)).rejects.toBeInstanceOf(DamagedLedgerError);
  });

  test('refuses what is no check, and what is too long for a line', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path, clockAt('2026-11-01T00:00:00.000Z'));
    await expect(archive.note({ ...check, at: 'now' })).rejects.toThrow('at: expected an instant');
    await expect(archive.note({ ...check, reason: 'x'.repeat(65_536) })).rejects.toBeInstanceOf(RangeError);
    await archive.note({ ...check, reason: 'x'.repeat(65_000) });
    await archive.note(check);
    expect((await stat(join(place.path, 'checks/2026-11.jsonl'))).size).toBeGreaterThan(65_000);
    expect(await archive.verify()).toMatchObject({ checks: 2, problems: 0 });
  });
});

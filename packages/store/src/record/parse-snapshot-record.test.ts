import { describe, expect, test } from 'vitest';
import { draftOf, exchangeOf, photoOf } from '../../test/snapshots.ts';
import { sha256Of } from '../layout.ts';
import type { SnapshotRecord } from '../snapshot-record.ts';
import { parseSnapshotRecord } from './parse-snapshot-record.ts';

const blob = { sha256: sha256Of('body'), bytes: 4 };

const record: SnapshotRecord = {
  ...draftOf('x:20', {
    knownAs: ['x:~AbCdEfGhIj', 'https://t.co/AbCdEfGhIj'],
    memento: {
      url: 'https://web.archive.org/web/20220307101500id_/https://twitter.com/example/status/20',
      original: 'https://twitter.com/example/status/20',
      at: '2022-03-07T10:15:00.000Z',
    },
    identified: { by: 'wayback-search', confidence: 0.97 },
    claim: {
      article: 'seeds/a.txt',
      handle: 'Example',
      name: null,
      date: '2022-03-05',
      text: 'The text',
      links: [],
      lang: null,
    },
    mismatches: [{ field: 'text', claimed: 'The text', found: 'The text of x:20', similarity: 0.7 }],
    imported: { file: 'posts.wacz', sha256: 'a'.repeat(64), at: '2026-11-22T10:00:00.000Z' },
    missing: [{ url: 'https://pbs.twimg.com/media/b.jpg', reason: 'HTTP 404' }],
    diagnostics: [{ source: 'x-embed', path: 'user.verified_type', problem: 'surprising' }],
    exchanges: [exchangeOf(blob)],
    files: { 'media/1.jpg': photoOf(blob) },
  }),
  format: 'embalm-record',
  version: 1,
  n: 1,
  prev: null,
};

describe('parseSnapshotRecord', () => {
  test('gives back every key of a record', () => {
    expect(parseSnapshotRecord(JSON.parse(JSON.stringify(record)))).toStrictEqual(record);
  });

  test('takes what older programs did not write for null', () => {
    const { memento, identified, imported, missing, diagnostics, ...older } = record;
    expect([memento, identified, imported, missing, diagnostics]).not.toContain(undefined);
    const nothing = { memento: null, identified: null, imported: null, missing: null, diagnostics: null };
    expect(parseSnapshotRecord(older)).toStrictEqual({ ...older, ...nothing });
  });

  test.each<[Record<string, unknown>, string]>([
    [{ format: 'other' }, 'format: expected "embalm-record", found "other"'],
    [{ version: 2 }, 'version: expected 1, found number'],
    [{ n: 0 }, 'expected a number from 1, and a previous record for all but the first'],
    [{ n: 2 }, 'expected a number from 1, and a previous record for all but the first'],
    [{ prev: blob.sha256 }, 'expected a number from 1, and a previous record for all but the first'],
    [{ prev: 'abc' }, 'prev: expected a sha256 in hex, found "abc"'],
    [{ files: { '../etc/passwd': photoOf(blob) } }, '["../etc/passwd"]: expected a file name like media/1.jpg'],
    [{ files: { 'a/../b': photoOf(blob) } }, '["a/../b"]: expected a file name'],
    [{ files: { '/a': photoOf(blob) } }, '["/a"]: expected a file name'],
    [{ files: { '.hidden': photoOf(blob) } }, '[".hidden"]: expected a file name'],
    [{ files: JSON.parse('{"__proto__":{}}') as object }, 'files.__proto__: expected a file name'],
    [{ files: { a: { ...photoOf(blob), sha256: 'x' } } }, 'files.a.sha256: expected a sha256 in hex'],
    [{ files: { a: { ...photoOf(blob), role: 'virus' } } }, 'files.a.role: expected "photo" or "video"'],
    [{ exchanges: [{ ...exchangeOf(blob), durationMs: -1 }] }, 'exchanges[0].durationMs: expected a number from 0'],
    [{ memento: { ...record.memento, at: '20220307101500' } }, 'memento.at: expected an instant'],
    [{ identified: { by: 'guess', confidence: 1 } }, 'identified.by: expected "url" or "short-link"'],
    [{ identified: { by: 'url', confidence: 2 } }, 'identified.confidence: expected a number from 0 to 1'],
    [{ imported: { ...record.imported, sha256: 'x' } }, 'imported.sha256: expected a sha256 in hex'],
    [{ missing: [{ url: 1, reason: '' }] }, 'missing[0].url: expected a string'],
    [
      { diagnostics: [{ ...record.diagnostics?.[0], problem: 'odd' }] },
      'diagnostics[0].problem: expected "missing" or "surprising"',
    ],
    [{ observation: { ...record.observation, at: 'now' } }, 'observation.at: expected an instant'],
    [{ content: { id: 'x:20' } }, 'content.author: expected an object, found nothing'],
    [
      { mismatches: [{ ...record.mismatches[0], similarity: 2 }] },
      'mismatches[0].similarity: expected a number from 0 to 1',
    ],
  ])('refuses %j', (change, message) => {
    expect(() => parseSnapshotRecord({ ...record, ...change })).toThrow(message);
  });
});

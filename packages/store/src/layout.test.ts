import type { PostId } from '@embalm/post';
import { describe, expect, test } from 'vitest';
import {
  blobPath,
  folderName,
  isLedgerName,
  numberOfRecord,
  postFolder,
  postOfFolder,
  recordName,
  sha256Of,
} from './layout.ts';

describe('the folder of a post', () => {
  test('is found by the digest of its name', () => {
    expect(sha256Of('x:20').slice(0, 2)).toBe('e7');
    expect(postFolder('x:20')).toBe('posts/e7/x-20');
  });

  test.each<[PostId, string]>([
    ['x:1500127395262201857', 'x-1500127395262201857'],
    ['x:~fj2coK1xR1', 'x-~fj2co!k1x!r1'],
    ['x:~0123456789abcdef', 'x-~0123456789abcdef'],
    ['youtube:-wtIMTCHWuI', 'youtube--wt!i!m!t!c!h!wu!i'],
    ['mastodon:example.social.1', 'mastodon-example.social.1'],
  ])('%s is called %s', (post, name) => {
    expect(folderName(post)).toBe(name);
    expect(postOfFolder(name)).toBe(post);
  });

  test('is another one for ids that differ in case only, also where file systems see no difference', () => {
    const ids = ['aa', 'aA', 'Aa', 'AA'].map((code): PostId => `x:~${code}`);
    expect(new Set(ids.map((id) => folderName(id).toLowerCase())).size).toBe(4);
  });

  test.each(['x-020', 'x-~fj2coK1xR1', 'x-~!9', 'x-~!!a', 'x', 'x:20', 'x-20.bak', 'myspace-1', '..', ''])(
    'is never called %j',
    (name) => {
      expect(postOfFolder(name)).toBeNull();
    },
  );
});

describe('the file of a record', () => {
  test('has at least six digits', () => {
    expect([recordName(1), recordName(999_999), recordName(1_000_000)]).toStrictEqual([
      '000001.json',
      '999999.json',
      '1000000.json',
    ]);
    expect(numberOfRecord('000012.json')).toBe(12);
    expect(numberOfRecord('1000000.json')).toBe(1_000_000);
  });

  test.each(['000000.json', '1.json', '0000001.json', '000001.json.tmp', '000001.JSON', '-00001.json', ''])(
    'is never called %j',
    (name) => {
      expect(numberOfRecord(name)).toBeNull();
    },
  );
});

test('a blob is found by its digest, and by nothing else (safe)', () => {
  const digest = sha256Of('');
  expect(blobPath(digest)).toBe(`blobs/e3/b0/${digest}`);
  for (const wrong of ['', '../../etc/passwd', digest.toUpperCase(), `${digest}0`]) {
    expect(() => blobPath(wrong)).toThrow(RangeError);
  }
});

test('a ledger is named after its month', () => {
  expect(isLedgerName('2026-11.jsonl')).toBe(true);
  for (const wrong of ['2026-13.jsonl', '2026-00.jsonl', '26-11.jsonl', '2026-11.json']) {
    expect(isLedgerName(wrong)).toBe(false);
  }
});

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { problemsOf } from '../../test/problems-of.ts';
import { smallArchive } from '../../test/small-archive.ts';
import { draftOf, postOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { openArchive } from '../open/open-archive.ts';

test.each([
  [`UPDATE posts SET text = 'another' WHERE post = 'x:20'`, 'index-differs'],
  [`UPDATE posts SET n = 2 WHERE post = 'x:20'`, 'index-differs'],
  [`DELETE FROM posts WHERE post = 'x:20'`, 'index-differs'],
  [`DELETE FROM names WHERE post = 'x:20' AND key = 't.co/1'`, 'index-differs'],
  [`INSERT INTO names VALUES ('t.co/9', 'x:20')`, 'index-differs'],
  [`PRAGMA application_id = 9`, 'index-damaged'],
  [
    `INSERT OR REPLACE INTO texts (text, name, handle, state, rowid) VALUES ('The text of x 99', 'An Example', 'Example', 'live', (SELECT key FROM posts WHERE post = 'x:20'))`,
    'index-differs',
  ],
  [
    `INSERT OR REPLACE INTO texts (text, name, handle, state, article, rowid) VALUES ('The text of x:20', 'An Example', 'Example', 'live', '0123456789abcdef', (SELECT key FROM posts WHERE post = 'x:20'))`,
    'index-differs',
  ],
  [`DELETE FROM texts WHERE rowid = (SELECT key FROM posts WHERE post = 'x:21')`, 'index-differs'],
  [`INSERT INTO texts (rowid, text) VALUES (99, 'words of nobody')`, 'index-differs'],
  [`UPDATE due SET next_at = next_at + 1 WHERE post = 'x:20'`, 'index-differs'],
  [`UPDATE due SET changed_at = 0 WHERE post = 'x:20'`, 'index-differs'],
  [`DELETE FROM due WHERE post = 'x:21'`, 'index-differs'],
  [`UPDATE posts SET state = 'gone' WHERE post = 'x:20'`, 'index-damaged'],
])('an index that disagrees with the records is named: %s', async (sql, code) => {
  await using place = await smallArchive();
  const db = new DatabaseSync(join(place.path, 'index.sqlite'));
  db.exec(sql);
  db.close();
  await using archive = await openArchive(place.path);
  expect(await problemsOf(archive)).toStrictEqual([`${code} index.sqlite`]);
  await archive.reindex();
  expect(await problemsOf(archive)).toStrictEqual([]);
});

test('an index that is no database is named', async () => {
  await using place = await smallArchive();
  await writeFile(join(place.path, 'index.sqlite'), 'not a database '.repeat(500));
  await using archive = await openArchive(place.path, { readOnly: true });
  expect(await problemsOf(archive)).toStrictEqual(['index-damaged index.sqlite']);
});

test('an index of another version of the program is no damage: it is made anew when it is next used', async () => {
  await using place = await smallArchive();
  const path = join(place.path, 'index.sqlite');
  using db = new DatabaseSync(path);
  db.exec('PRAGMA user_version = 3');
  await using archive = await openArchive(place.path);
  expect(await problemsOf(archive)).toStrictEqual([]);
  expect(await archive.resolve('https://t.co/1')).not.toBeNull();
  expect(await problemsOf(archive)).toStrictEqual([]);
});

test('words of every kind of writing are compared as the index has them', async () => {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  const texts = [
    '',
    'e\u0301t\u00e9 and a mark alone: \u0301 \ufe0f',
    '木漏れ日 สวัสดี 한국어 हिन्दी عربي',
    '👩‍👩‍👧 ⚕️ 🇺🇦 \ud800 ',
    'Ǆ ß İ ı ﬁ',
    '\u0000 a "quoted" \'text\' * AND NOT',
    'a '.repeat(3000),
  ];
  for (const [index, text] of texts.entries()) {
    const post = `x:${30 + index}` as const;
    const { author, ...content } = postOf(post, text);
    await archive.commit(draftOf(post, { content: { ...content, author: { ...author, name: text.slice(0, 40) } } }));
  }
  // One is taken in by itself, and one again.
  await archive.resolve('x:30');
  await archive.commit(draftOf('x:30'));
  expect(await problemsOf(archive)).toStrictEqual([]);
  await archive.resolve('x:30');
  expect(await problemsOf(archive)).toStrictEqual([]);
  await archive.reindex();
  expect(await problemsOf(archive)).toStrictEqual([]);
});

test('an archive without its index is sound', async () => {
  await using place = await smallArchive();
  await rm(join(place.path, 'index.sqlite'));
  await using archive = await openArchive(place.path, { readOnly: true });
  expect(await problemsOf(archive)).toStrictEqual([]);
});

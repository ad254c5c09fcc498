import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportPlace, importPlace } from '../../../test/import-place.ts';
import { makeZip } from '../../../test/make-zip.ts';
import { v1Post } from '../../../test/payloads/one-post.ts';
import { pngThatClaims } from '../../../test/png-that-claims.ts';
import { importFile } from '../import-file.ts';

const post = 'x:1500127395262201857';
const photoUrl = 'https://pbs.twimg.com/media/KEY.jpg';
const png = pngThatClaims(4, 2);

const deletedTweet = { ...v1Post, user: undefined, id_str: '1500127395262201999' };
/** The file of an export that lists what its owner deleted. */
function deleted(tweet: object): { readonly name: string; readonly bytes: string } {
  const bytes = `window.YTD.deleted_tweets.part0 = ${JSON.stringify([{ tweet }])}`;
  return { name: 'data/deleted-tweets.js', bytes };
}

let place: ImportPlace;

beforeEach(async () => {
  place = await importPlace();
});

afterEach(() => place[Symbol.asyncDispose]());

describe('the data export of X', () => {
  const account =
    'window.YTD.account.part0 = [{"account":{"username":"ada_example","accountId":"12345","accountDisplayName":"Ada"}}]';
  const manifest = 'window.__THAR_CONFIG = {"archiveInfo":{"generationDate":"2023-05-06T07:08:09.000Z"}}';
  const tweets = `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet: { ...v1Post, user: undefined } }])}`;
  const files = [
    { name: 'data/account.js', bytes: account },
    { name: 'data/manifest.js', bytes: manifest },
    { name: 'data/tweets.js', bytes: tweets },
    { name: `data/tweets_media/${post.slice(2)}-KEY.jpg`, bytes: png },
  ];

  test('has the texts of long posts in a file of their own', async () => {
    const text = `${'A text that is longer than others. '.repeat(12)}The end.`;
    const cut = { ...v1Post, user: undefined, full_text: `${text.slice(0, 270)}… https://t.co/aaaaaaaaaa` };
    const others = ['Another long one', text].map((words, index) => ({
      noteTweet: { noteTweetId: `${index}`, createdAt: '2022-03-05T15:13:36.000Z', core: { text: words } },
    }));
    const long = [
      ...files.filter(({ name }) => name !== 'data/tweets.js'),
      { name: 'data/tweets.js', bytes: `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet: cut }])}` },
      { name: 'data/note-tweet.js', bytes: `window.YTD.note_tweet.part0 = ${JSON.stringify(others)}` },
    ];
    expect(await place.importAs('long.zip', makeZip(long))).toMatchObject({ added: 1, problems: [] });
    expect(await place.head(post)).toMatchObject({ content: { text, truncated: false } });
  });

  test('is a ZIP file: whose it is, when it was made, and its media', async () => {
    expect(await place.importAs('twitter.zip', makeZip(files))).toMatchObject({
      kind: 'x-export',
      added: 1,
      problems: [],
    });
    expect(await place.head(post)).toMatchObject({
      source: 'import:x-export',
      capturedAt: '2023-05-06T07:08:09.000Z',
      content: { author: { handle: 'ada_example', name: 'Ada', id: '12345' } },
      files: { 'media/1.png': { of: photoUrl, from: null, width: 4 }, 'payload/import.json': { role: 'payload' } },
    });
    expect(await place.importAs('again.zip', makeZip(files))).toMatchObject({ added: 0, known: 1 });
  });

  test('has what its owner deleted: the post is kept, and that it was deleted, as the export says', async () => {
    const told = deleted({ ...deletedTweet, deleted_at: 'Sat Apr 01 08:00:00 +0000 2023' });
    const picture = { name: `data/deleted_tweets_media/${deletedTweet.id_str}-KEY.jpg`, bytes: png };
    expect(await place.importAs('twitter.zip', makeZip([...files, told, picture]))).toMatchObject({
      added: 2,
      problems: [],
    });
    expect(await place.head('x:1500127395262201999')).toMatchObject({
      source: 'import:x-export',
      content: { author: { handle: 'ada_example' }, media: [{ type: 'photo', url: photoUrl }] },
      observation: {
        state: 'deleted',
        source: 'import:x-export',
        at: '2023-05-06T07:08:09.000Z',
        reason: 'X’s data export lists it as deleted at 2023-04-01T08:00:00.000Z',
      },
      files: { 'media/1.png': { of: photoUrl } },
    });
    expect((await place.head(post)).observation.state).toBe('live');
    expect(await place.importAs('again.zip', makeZip([...files, told, picture]))).toMatchObject({ added: 0, known: 2 });
  });

  test('of later shows that a post was deleted since; one of before does not bring it back', async () => {
    const earlier = [...files.slice(0, 2), { name: 'data/tweets.js', bytes: deleted(deletedTweet).bytes }];
    const later = [files[0], files[2], deleted(deletedTweet)].filter((file) => file !== undefined);
    const made = { name: 'data/manifest.js', bytes: manifest.replace('2023-05', '2024-05') };
    await place.importAs('earlier.zip', makeZip(earlier));
    expect(await place.importAs('later.zip', makeZip([...later, made]))).toMatchObject({ added: 2 });
    expect(await place.head('x:1500127395262201999')).toMatchObject({
      n: 2,
      observation: { state: 'deleted', reason: 'X’s data export lists it as deleted' },
      content: { id: 'x:1500127395262201999' },
    });
    expect(await place.importAs('earlier.zip', makeZip(earlier))).toMatchObject({ added: 0, known: 1 });
    expect(await place.head('x:1500127395262201999')).toMatchObject({ n: 2, observation: { state: 'deleted' } });
  });

  test('has parts that can be imported alone, without their author', async () => {
    const { bytes } = deleted({ ...deletedTweet, deleted_at: 'some day' });
    expect(await place.importAs('deleted-tweets.js', bytes)).toMatchObject({ kind: 'payload', added: 1 });
    expect(await place.head('x:1500127395262201999')).toMatchObject({
      observation: { state: 'deleted', source: 'import:payload', reason: 'X’s data export lists it as deleted' },
      diagnostics: [{ path: 'tweet.deleted_at', problem: 'surprising' }],
    });
  });

  test('is a folder', async () => {
    for (const { name, bytes } of files) await place.write(`export/${name}`, bytes);
    expect(await importFile(join(place.folder, 'export'), { archive: place.archive })).toMatchObject({ added: 1 });
    await symlink('/etc/passwd', join(place.folder, 'export/data/link'));
    await expect(importFile(join(place.folder, 'export'), { archive: place.archive })).rejects.toThrow(
      '"data/link" in it: it is a link',
    );
  });

  test.each([
    ['leads out of it', { name: '../evil.js', bytes: '' }, '../evil.js'],
    ['leads to the root', { name: '/etc/evil', bytes: '' }, '/etc/evil'],
    ['is a link', { name: 'data/link', bytes: '/etc/passwd', mode: 0o120777 }, '"data/link" in it: it is a link'],
    ['stands twice', { name: 'data/tweets.js', bytes: '[]' }, '"data/tweets.js" in it: there are two of that name'],
    [
      'is longer than it is',
      { name: 'data/long', bytes: 'a', claims: 1_000_000 },
      '"data/long" in it: it ends behind the end',
    ],
    [
      'lies within another',
      { name: 'data/in', bytes: 'abc', shift: -20 },
      '"data/in" in it: it lies within another entry',
    ],
  ])('with an entry that %s is refused (safe)', async (_, entry, message) => {
    await expect(place.importAs('bad.zip', makeZip([...files, entry]))).rejects.toThrow(message);
    expect(await Array.fromAsync(place.archive.list())).toEqual([]);
  });
});

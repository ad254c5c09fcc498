import { createHash } from 'node:crypto';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync as gunzip, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportPlace, importPlace } from '../../test/import-place.ts';
import { makeWarc, responseWith } from '../../test/make-warc.ts';
import { makeZip } from '../../test/make-zip.ts';
import { v1Post } from '../../test/payloads/one-post.ts';
import { pngThatClaims } from '../../test/png-that-claims.ts';
import { tombstone, tweetResult } from '../../test/tweet-result.ts';
import { importFile } from './import-file.ts';

const post = 'x:1500127395262201857';
const photoUrl = 'https://pbs.twimg.com/media/KEY.jpg';
const png = pngThatClaims(4, 2);
const resultUrl = `https://cdn.syndication.twimg.com/tweet-result?id=${post.slice(2)}&token=a`;

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

describe('a WARC file', () => {
  const warc = makeWarc([
    { type: 'warcinfo', url: '', block: 'software: other\r\n' },
    {
      url: 'https://api.twitter.com/1.1/statuses/user_timeline.json',
      block: responseWith('application/json', JSON.stringify([v1Post])),
    },
    { url: `${photoUrl}?name=small`, block: responseWith('image/png', png) },
    { url: 'https://elsewhere.example/', block: responseWith('application/json', JSON.stringify(tweetResult())) },
  ]);

  test('gives its posts, when and how they came, and the media that are in it', async () => {
    const report = await place.importAs('old.warc.gz', warc);
    const sha256 = createHash('sha256').update(warc).digest('hex');
    expect(report).toMatchObject({ kind: 'warc', added: 1, known: 0, sha256, problems: [] });
    const record = await place.head(post);
    expect(record).toMatchObject({
      source: 'import:warc',
      capturedAt: '2022-03-07T10:15:00.000Z',
      observation: { state: 'live', source: 'import:warc' },
      imported: { file: 'old.warc.gz', sha256 },
    });
    expect(record.exchanges.map(({ url }) => url)).toEqual([
      'https://api.twitter.com/1.1/statuses/user_timeline.json',
      `${photoUrl}?name=small`,
    ]);
    expect(record.exchanges[0]?.response?.head).toBe('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n');
    expect(record.files['media/1.png']).toMatchObject({
      of: photoUrl,
      from: `${photoUrl}?name=small`,
      width: 4,
      height: 2,
    });
    expect(record.missing?.map(({ url }) => url)).toEqual(['https://pbs.twimg.com/profile_images/1/face_normal.jpg']);
  });

  test('adds nothing the second time, packed otherwise or not', async () => {
    await place.importAs('old.warc.gz', warc);
    expect(await place.importAs('old.warc.gz', warc)).toMatchObject({ added: 0, known: 1 });
    expect(await place.importAs('copy.warc.gz', gzipSync(gunzip(warc)))).toMatchObject({ added: 0, known: 1 });
  });

  test('does not bring back a post that was forgotten, unless that is said', async () => {
    await place.importAs('old.warc', warc);
    await place.archive.forget(post, { why: 'the author asked' });
    const refused = await place.importAs('again.warc', warc);
    expect(refused).toMatchObject({ problems: [expect.stringContaining(`${post} was forgotten`)] });
    expect(await place.archive.head(post)).toBeNull();
    const path = join(place.folder, 'again.warc');
    await importFile(path, { archive: place.archive, again: true });
    expect(await place.head(post)).toMatchObject({ n: 2, source: 'import:warc' });
  });

  test('tells what became of a post that was asked for by its id', async () => {
    const body = JSON.stringify(tombstone('This Post was deleted by the Post author. Learn more'));
    await place.importAs(
      'gone.warc',
      gunzip(makeWarc([{ url: resultUrl, block: responseWith('application/json', body) }])),
    );
    expect(await place.head(post)).toMatchObject({ content: null, source: null, observation: { state: 'deleted' } });
  });

  test('unpacks bodies, and keeps their heads as they are', async () => {
    const body = gzipSync(JSON.stringify(tweetResult()));
    const block = responseWith('application/json', body, 'Content-Encoding: gzip');
    await place.importAs('packed.warc.gz', makeWarc([{ url: resultUrl, block }]));
    const [exchange] = (await place.head(post)).exchanges;
    expect(exchange?.response?.head).toContain('Content-Encoding: gzip');
    const bytes = await place.archive.readBlob(exchange?.response?.body?.sha256 ?? '');
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ id_str: post.slice(2) });
  });

  test('leaves a post in the state that was found out later', async () => {
    const later = makeWarc([
      {
        url: resultUrl,
        date: '2023-01-01T00:00:00Z',
        block: responseWith('application/json', JSON.stringify(tombstone('This Post was deleted by the Post author.'))),
      },
    ]);
    await place.importAs('later.warc.gz', later);
    await place.importAs('old.warc.gz', warc);
    expect(await place.head(post)).toMatchObject({
      n: 2,
      observation: { state: 'deleted', at: '2023-01-01T00:00:00.000Z' },
      answers: [{ state: 'live' }],
      content: { id: post },
    });
  });

  test.each([
    [
      'a length that is too long',
      makeWarc([{ url: resultUrl, block: 'HTTP/1.1 200 OK\r\n\r\n{}', claims: 5000 }]),
      'ends 4975 bytes too early',
    ],
    [
      'a length that is too short',
      makeWarc([{ url: resultUrl, block: 'HTTP/1.1 200 OK\r\n\r\n{}', claims: 3 }]),
      'the length of the record at byte 0 is wrong',
    ],
    ['something else after a record', Buffer.concat([warc, gzipSync('hello\r\n')]), 'no WARC record begins at byte'],
    ['an end within a gzip member', warc.subarray(0, -10), 'unexpected end of file'],
    ['a head without an end', gzipSync(`WARC/1.0\r\nA: ${'x'.repeat(100_000)}`), 'a line is longer than 65536 bytes'],
  ])('with %s is refused (safe)', async (_, bytes, message) => {
    await expect(place.importAs('bad.warc.gz', bytes)).rejects.toThrow(message);
  });

  test('that unpacks to far more than it is, is refused (safe)', async () => {
    const block = Buffer.alloc(80 * 1024 * 1024);
    await expect(place.importAs('bomb.warc.gz', makeWarc([{ url: resultUrl, block }]))).rejects.toThrow(
      'it unpacks to far more than it is',
    );
  });
});

describe('recorded payloads', () => {
  test('are JSON: as old as the file says', async () => {
    expect(await place.importAs('post.json', JSON.stringify(v1Post))).toMatchObject({ kind: 'payload', added: 1 });
    const record = await place.head(post);
    expect(record).toMatchObject({ capturedAt: '2022-03-07T00:00:00.000Z', source: 'import:payload', exchanges: [] });
    expect(Object.keys(record.files)).toEqual(['payload/import.json']);
  });

  test('are JSON Lines: a bad line does not stop the others', async () => {
    const lines = [JSON.stringify(v1Post), '{', '', JSON.stringify({ ...v1Post, id_str: '20' })];
    expect(await place.importAs('posts.jsonl', lines.join('\n'))).toMatchObject({
      added: 2,
      problems: ['line 2 is no JSON'],
    });
  });

  test.each([
    ['a list', [v1Post, { ...v1Post, id_str: '20' }]],
    ['a search', { statuses: [v1Post, { ...v1Post, id_str: '20' }] }],
  ])('may be %s', async (_, payload) => {
    expect(await place.importAs('posts.json.gz', gzipSync(JSON.stringify(payload)))).toMatchObject({ added: 2 });
  });

  test.each([
    ['text', 'hello', 'it is neither JSON, nor JSON Lines, nor a page'],
    ['other JSON', '{"a":1}', 'it names no post'],
    [
      'a notice of an unknown post',
      JSON.stringify(tombstone('This Post is from a suspended account.')),
      'does not say of which post',
    ],
    ['nothing', '', 'it is neither JSON'],
  ])('that are %s are refused', async (_, content, message) => {
    await expect(place.importAs('file', content)).rejects.toThrow(message);
  });
});

test('a payload that is a notice about the post it names is kept as one', async () => {
  const text = 'This Tweet from @ada_example has been withheld in response to a report from the copyright holder.';
  const withheld = { ...v1Post, full_text: text, display_text_range: [0, text.length], withheld_copyright: true };
  expect(await place.importAs('post.json', JSON.stringify(withheld))).toMatchObject({ added: 1, problems: [] });
  expect(await place.head(post)).toMatchObject({
    content: null,
    observation: { state: 'withheld', source: 'import:payload', reason: text },
  });
});

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

describe('a WACZ file', () => {
  const warc = makeWarc([{ url: resultUrl, block: responseWith('application/json', JSON.stringify(tweetResult())) }]);
  const warcPath = 'archive/data.warc.gz';

  test('gives its posts', async () => {
    expect(await place.importAs('posts.wacz', wacz())).toMatchObject({ kind: 'wacz', added: 1, problems: [] });
    expect(await place.head(post)).toMatchObject({ source: 'import:wacz', capturedAt: '2022-03-07T10:15:00.000Z' });
  });

  test.each([
    [
      'another digest',
      wacz({ hash: `sha256:${'0'.repeat(64)}` }),
      `"${warcPath}" in it: its bytes have another digest`,
    ],
    ['another length', wacz({ bytes: 5 }), `"${warcPath}" in it: it has ${warc.length} bytes, not 5 as it says`],
    [
      'a file that is not there',
      wacz({ path: 'archive/other.warc.gz' }),
      '"archive/other.warc.gz" in it: it is not there',
    ],
    [
      'an unlisted WARC',
      makeZip([
        { name: warcPath, bytes: warc },
        { name: 'datapackage.json', bytes: '{"resources":[]}' },
      ]),
      'datapackage.json does not list it',
    ],
    [
      'no list',
      makeZip([{ name: 'datapackage.json', bytes: '{}' }]),
      '"datapackage.json" in it: resources: expected an array',
    ],
  ])('with %s is refused (safe)', async (_, bytes, message) => {
    await expect(place.importAs('bad.wacz', bytes)).rejects.toThrow(message);
    expect(await Array.fromAsync(place.archive.list())).toEqual([]);
  });

  function wacz(change: Readonly<Record<string, unknown>> = {}): Buffer {
    const hash = `sha256:${createHash('sha256').update(warc).digest('hex')}`;
    const resources = [{ name: 'data.warc.gz', path: warcPath, hash, bytes: warc.length, ...change }];
    return makeZip([
      { name: warcPath, bytes: warc },
      { name: 'datapackage.json', bytes: JSON.stringify({ profile: 'data-package', resources }) },
    ]);
  }
});

test('a forged record is passed over, and so is one whose bodies are not there (safe)', async () => {
  const url = 'urn:embalm:x:20:1';
  const forged = makeWarc([{ type: 'metadata', url, block: '{"post":"x:20","checksum":"0"}\n' }]);
  expect(await place.importAs('forged.warc.gz', forged)).toMatchObject({
    added: 0,
    problems: ['a record in it is damaged: it does not end with a checksum'],
  });
  await place.importAs('jack.json', JSON.stringify({ ...v1Post, id_str: '20' }));
  const bytes = await readFile(join(place.archive.directory, (await place.archive.head('x:20'))?.path ?? ''));
  await using other = await importPlace();
  const report = await other.importAs('empty.warc.gz', makeWarc([{ type: 'metadata', url, block: bytes }]));
  expect(report).toMatchObject({ added: 0 });
  expect(report.problems[0]).toMatch(/^x:20: what its record 1 names is not in the file\. No blob [0-9a-f]{64}/);
});

test('what is no file is refused', async () => {
  await expect(importFile(join(place.folder, 'nothing'), { archive: place.archive })).rejects.toThrow('ENOENT');
  await expect(place.importAs('other.zip', makeZip([{ name: 'a', bytes: '' }]))).rejects.toThrow(
    'neither WACZ nor X’s data export',
  );
});

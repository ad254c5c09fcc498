import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync as gunzip, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportPlace, importPlace } from '../../../test/import-place.ts';
import { makeWarc, responseWith } from '../../../test/make-warc.ts';
import { v1Post } from '../../../test/payloads/one-post.ts';
import { pngThatClaims } from '../../../test/png-that-claims.ts';
import { tombstone, tweetResult } from '../../../test/tweet-result.ts';
import { importFile } from '../import-file.ts';

const post = 'x:1500127395262201857';
const photoUrl = 'https://pbs.twimg.com/media/KEY.jpg';
const png = pngThatClaims(4, 2);
const resultUrl = `https://cdn.syndication.twimg.com/tweet-result?id=${post.slice(2)}&token=a`;

let place: ImportPlace;

beforeEach(async () => {
  place = await importPlace();
});

afterEach(() => place[Symbol.asyncDispose]());

const timelineUrl = 'https://api.twitter.com/1.1/statuses/user_timeline.json';

describe('a WARC file', () => {
  const warc = makeWarc([
    { type: 'warcinfo', url: '', block: 'software: other\r\n' },
    {
      url: timelineUrl,
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
    const timeline = {
      type: 'response',
      url: timelineUrl,
      block: responseWith('application/json', JSON.stringify([v1Post])),
    };
    const refused = await place.importAs('again.warc', makeWarc([timeline]));
    expect(refused).toMatchObject({ problems: [expect.stringContaining(`${post} was forgotten`)] });
    expect(await place.listUnnamed()).toEqual([]);
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

  test('gives the posts of a stream, each with its own line and at its own time', async () => {
    const later = { ...v1Post, id_str: '1600000000000000000', created_at: 'Tue Dec 06 05:37:31 +0000 2022' };
    const lines = [JSON.stringify(v1Post), '', '{"limit":{"track":1}}', JSON.stringify(later), '{"id_str":"2'];
    const url = 'https://stream.twitter.com/1.1/statuses/filter.json';
    const stream = makeWarc([{ url, block: responseWith('application/json', lines.join('\r\n')) }]);
    expect(await place.importAs('stream.warc.gz', stream)).toMatchObject({ added: 2, problems: [] });
    const record = await place.head('x:1600000000000000000');
    expect(record.capturedAt).toBe('2022-12-06T05:37:31.000Z');
    const line = await place.archive.readBlob(record.files['payload/import.json']?.sha256 ?? '');
    expect(JSON.parse(Buffer.from(line).toString())).toEqual(later);
  });

  test('gives the newest posts of accounts, and takes neither accounts nor messages nor lists for posts', async () => {
    const { user, ...status } = v1Post;
    const others = [
      { ...(user as object), id_str: '12345', created_at: 'Thu Feb 02 12:19:18 +0000 2012', status },
      { id_str: '1500127395262201001', text: 'Only for you', sender_id: 1, recipient_id: 2, sender: user },
      { id_str: '1500127395262201002', name: 'A list', slug: 'a-list', member_count: 3, user },
    ];
    const events = { data: [{ id: '1500127395262201003', text: 'Only for you', event_type: 'MessageCreate' }] };
    const answers = [
      ['users/lookup', others.slice(0, 1)],
      ['followers/list', { users: others.slice(0, 1) }],
      ['direct_messages', others.slice(1, 2)],
      ['direct_messages/show', others[1]],
      ['lists/show', others[2]],
      ['dm_events', events],
    ] as const;
    for (const [name, answer] of answers) {
      const url = `https://api.twitter.com/1.1/${name}.json`;
      await place.importAs(
        'other.warc.gz',
        makeWarc([{ url, block: responseWith('application/json', JSON.stringify(answer)) }]),
      );
    }
    expect((await Array.fromAsync(place.archive.list())).map((found) => found.post)).toEqual([post]);
    expect(await place.head(post)).toMatchObject({ content: { author: { handle: 'ada_example' } } });
    expect(await place.listUnnamed()).toEqual([]);
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

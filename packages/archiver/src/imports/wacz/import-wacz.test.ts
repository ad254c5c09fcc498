import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportPlace, importPlace } from '../../../test/import-place.ts';
import { makeWarc, responseWith } from '../../../test/make-warc.ts';
import { makeZip } from '../../../test/make-zip.ts';
import { tweetResult } from '../../../test/tweet-result.ts';

const post = 'x:1500127395262201857';
const resultUrl = `https://cdn.syndication.twimg.com/tweet-result?id=${post.slice(2)}&token=a`;

let place: ImportPlace;

beforeEach(async () => {
  place = await importPlace();
});

afterEach(() => place[Symbol.asyncDispose]());

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

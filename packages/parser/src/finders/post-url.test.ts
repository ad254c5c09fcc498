import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import { parsePostUrl } from './post-url.ts';

const id = '1500127395262201857';

const urls: readonly (readonly [url: string, handle: string | null])[] = [
  [`https://twitter.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://x.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`http://www.twitter.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://mobile.twitter.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://m.twitter.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://mobile.x.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`//twitter.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`twitter.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`HTTPS://Twitter.com/NASAWatch/Status/${id}`, 'NASAWatch'],
  [`https://twitter.com/NASAWatch/statuses/${id}`, 'NASAWatch'],
  [`https://twitter.com/statuses/${id}`, null],
  [`https://twitter.com/#!/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://twitter.com/i/web/status/${id}`, null],
  [`https://x.com/i/status/${id}`, null],
  [`https://twitter.com/anyuser/status/${id}`, null],
  [`https://twitter.com/_/status/${id}`, null],
  [`https://twitter.com/NASAWatch/status/${id}/photo/1`, 'NASAWatch'],
  [`https://twitter.com/NASAWatch/status/${id}/video/1`, 'NASAWatch'],
  [`https://twitter.com/NASAWatch/status/${id}/retweets/with_comments`, 'NASAWatch'],
  [`https://twitter.com/NASAWatch/status/${id}/`, 'NASAWatch'],
  [`https://twitter.com/NASAWatch/status/${id}?s=20`, 'NASAWatch'],
  [`https://x.com/NASAWatch/status/${id}?s=46&t=AbC-dEf_1`, 'NASAWatch'],
  [`https://twitter.com/NASAWatch/status/${id}?ref_src=twsrc%5Etfw%7Ctwterm%5E1110531859539070977`, 'NASAWatch'],
];

const others: readonly string[] = [
  'https://twitter.com/NASAWatch',
  'https://twitter.com/i/events/1500127395262201857',
  'https://twitter.com/i/spaces/1nAJEaDMVBeJL',
  'https://twitter.com/i/lists/1500127395262201857',
  'https://twitter.com/hashtag/NASA',
  'https://twitter.com/search?q=NASA',
  'https://twitter.com/intent/tweet?in_reply_to=1500127395262201857',
  'https://twitter.com/NASAWatch/status/',
  'https://twitter.com/NASAWatch/status/15001273952622018571',
  'https://twitter.com/NASAWatch/status/150012739526…',
  'https://twitter.com/NASAWatch/status/150012739526...',
  'https://api.twitter.com/1.1/statuses/show/1500127395262201857.json',
  'https://fxtwitter.com.example/NASAWatch/status/1500127395262201857',
  'https://nottwitter.com/NASAWatch/status/1500127395262201857',
  'https://netflix.com/NASAWatch/status/1500127395262201857',
  'https://example.com/NASAWatch/status/1500127395262201857',
];

describe('parsePostUrl', () => {
  it.each(urls)('reads %s', (url, handle) => {
    expect(parsePostUrl(url)).toEqual({ platform: 'x', id, handle });
  });

  it.each(others)('refuses %s', (url) => {
    expect(parsePostUrl(url)).toBeNull();
  });

  it('wants nothing but the URL', () => {
    expect(parsePostUrl(` https://x.com/ann/status/20\n`)).toEqual({ platform: 'x', id: '20', handle: 'ann' });
    expect(parsePostUrl('see https://x.com/ann/status/20')).toBeNull();
    expect(parsePostUrl('https://x.com/ann/status/20 and')).toBeNull();
  });
});

describe('status URLs in text', () => {
  it.each(urls)('are found: %s', (url, handle) => {
    const text = `Look (${url}), it says.`;
    expect(findReferences(text, { format: 'text' })).toMatchObject([
      { kind: 'post-url', range: [6, 6 + url.length], post: { id }, handle, text: null },
    ]);
  });

  it.each(others)('are not found in %s', (url) => {
    expect(findReferences(`Look (${url}), it says.`, { format: 'text' })).toEqual([]);
  });

  it.each([
    ['これはhttps://x.com/ann/status/20です', 'https://x.com/ann/status/20'],
    ['[reported](https://x.com/ann/status/20).', 'https://x.com/ann/status/20'],
    ['<https://x.com/ann/status/20>', 'https://x.com/ann/status/20'],
    ['Really? https://x.com/ann/status/20?s=20!', 'https://x.com/ann/status/20?s=20'],
    ['a&quot;https://x.com/ann/status/20?s=20&quot;', 'https://x.com/ann/status/20?s=20'],
    ['\u00a0https://x.com/ann/status/20\u00a0pic', 'https://x.com/ann/status/20'],
    ['https://x.com/ann/status/20?s=20https://example.com', 'https://x.com/ann/status/20?s=20'],
    ['https://web.archive.org/web/2020/https://x.com/ann/status/20', 'https://x.com/ann/status/20'],
    ['gluedhttps://x.com/ann/status/1500127395262201857Next', 'https://x.com/ann/status/1500127395262201857'],
  ])('end where they end: %s', (text, url) => {
    const references = findReferences(text, { format: 'text' });
    expect(references.map(({ range }) => text.slice(...range))).toEqual([url]);
    expect(references[0]?.links).toEqual([url]);
  });
});

import { describe, expect, it } from 'vitest';
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
  [`https://twitter.com/%23!/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://twitter.com/NASAWatch/status/${id}/photo/1/large`, 'NASAWatch'],
  [`https://fxtwitter.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://d.fxtwitter.com/NASAWatch/status/${id}.mp4`, 'NASAWatch'],
  [`https://vxtwitter.com/NASAWatch/status/${id}/en`, 'NASAWatch'],
  [`https://fixupx.com/i/status/${id}`, null],
  [`https://fixvx.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://twittpr.com/NASAWatch/status/${id}/photo/3`, 'NASAWatch'],
  [`https://nitter.net/NASAWatch/status/${id}#m`, 'NASAWatch'],
  [`https://nitter.privacydev.example/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://xcancel.com/NASAWatch/status/${id}`, 'NASAWatch'],
  [`https://threadreaderapp.com/thread/${id}.html`, null],
  [`https://platform.twitter.com/embed/Tweet.html?dnt=true&embedId=twitter-widget-0&id=${id}&lang=en`, null],
  [`https://cdn.syndication.twimg.com/tweet-result?id=${id}&lang=en`, null],
];

/** URLs that lead to another's copy of a post: where they begin, and the URL in them. */
const wrapped: readonly (readonly [url: string, inner: string])[] = [
  'https://web.archive.org/web/20200401054024/',
  'http://web.archive.org/web/2022*/',
  'https://web.archive.org/web/20200401054024if_/',
  'https://archive.today/',
  'https://archive.ph/o/AbCdE/',
  'https://twitframe.com/show?url=',
  'https://publish.twitter.com/oembed?omit_script=1&url=',
  'https://twitter-com.cdn.ampproject.org/c/s/',
  'https://www.example.com/share?text=Hi&u=',
].map((wrapper) => [
  `${wrapper}https://twitter.com/NASAWatch/status/${id}`,
  `https://twitter.com/NASAWatch/status/${id}`,
]);

const escaped: readonly string[] = [
  `https%3A%2F%2Ftwitter.com%2FNASAWatch%2Fstatus%2F${id}`,
  `https:\\/\\/twitter.com\\/NASAWatch\\/status\\/${id}`,
  `https:&#x2F;&#x2F;twitter.com&#x2F;NASAWatch&#x2F;status&#x2F;${id}`,
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

  it.each([...wrapped.map(([url]) => url), `https://twitframe.com/show?url=${escaped[0]}&x=1`])('reads %s', (url) => {
    expect(parsePostUrl(url)).toEqual({ platform: 'x', id, handle: 'NASAWatch' });
  });

  it('wants nothing but the URL', () => {
    expect(parsePostUrl(` https://x.com/ann/status/20\n`)).toEqual({ platform: 'x', id: '20', handle: 'ann' });
    expect(parsePostUrl('see https://x.com/ann/status/20')).toBeNull();
    expect(parsePostUrl('https://x.com/ann/status/20 and')).toBeNull();
  });
});

import type { Platform } from '@embalm/post';

/** Classes of elements that are embeds, what platform they are of, and the attribute with the address of the post. */
export const embedClasses: ReadonlyMap<
  string,
  { readonly platform: Platform; readonly attributes: readonly string[] }
> = new Map([
  ['instagram-media', { platform: 'instagram', attributes: ['data-instgrm-permalink', 'cite'] }],
  ['tiktok-embed', { platform: 'tiktok', attributes: ['cite'] }],
  ['bluesky-embed', { platform: 'bluesky', attributes: ['data-bluesky-uri'] }],
  ['mastodon-embed', { platform: 'mastodon', attributes: ['data-embed-url', 'src', 'cite'] }],
  ['fb-post', { platform: 'facebook', attributes: ['data-href', 'cite'] }],
  ['fb-video', { platform: 'facebook', attributes: ['data-href', 'cite'] }],
  ['text-post-media', { platform: 'threads', attributes: ['data-text-post-permalink', 'cite'] }],
  ['reddit-embed-bq', { platform: 'reddit', attributes: ['cite'] }],
  ['reddit-card', { platform: 'reddit', attributes: ['cite'] }],
  ['tweet', { platform: 'x', attributes: ['data-url', 'data-attrs'] }],
  ['twitter-embed', { platform: 'x', attributes: ['data-attrs', 'data-url'] }],
  ['element-tweet', { platform: 'x', attributes: ['data-canonical-url'] }],
  ['twitterstatus', { platform: 'x', attributes: ['data-onebox-src'] }],
  ['twitterembed-canvas', { platform: 'x', attributes: ['tweetid'] }],
  ['sqs-block-embed', { platform: 'x', attributes: ['data-block-json'] }],
  ['fb-xfbml-parse-ignore', { platform: 'facebook', attributes: ['cite'] }],
]);

/** `twitter-tweet` in base64, which has three ways to write it, by how many bytes stand before it. */
export const encodedEmbedClass: RegExp = /dHdpdHRlci10d2Vld|R3aXR0ZXItdHdlZX|0d2l0dGVyLXR3ZWV0/;

/** Attributes that hold the id of a post of X, or its address, on whatever element: names that say whose. */
export const tweetIdAttributes: readonly string[] = ['data-tweet-id', 'data-tweetid'];

/** Attributes that hold the address of a post of X, on whatever element. */
export const addressAttributes: readonly string[] = [
  'data-tweet-url',
  'data-oembed-url',
  'data-embed-url',
  'data-ephox-embed-iri',
];

/** Pairs of attributes, of which one names a platform and the other holds the id of a post of X. */
export const namedEmbeds: readonly { readonly platform: string; readonly id: string }[] = [
  { platform: 'data-media-site-id', id: 'data-media-key' },
  { platform: 'data-provider', id: 'data-id' },
  { platform: 'data-embed-provider', id: 'data-embed-id' },
  { platform: 'data-embed', id: 'data-twitter-id' },
];

/** Components that show a post of X, and the attributes in which they take it. Names in lower case. */
export const tweetComponents: ReadonlySet<string> = new Set([
  'tweet',
  'twittertweetembed',
  'twitterembed',
  'tweetembed',
  'embedtweet',
  'statictweet',
  'reacttweet',
  'clienttweet',
  'vuetweet',
  'vue-tweet',
  'tweet-embed',
  'lite-tweet',
  'oembed',
  'xembed',
  'x-post',
  'embetty-tweet',
  'embettytweet',
]);
export const componentAttributes: readonly string[] = [
  'id',
  'tweetid',
  'tweet-id',
  'tweetlink',
  'tweet-url',
  'url',
  'href',
  'src',
  'status',
];

/** Elements that load another page, and the attributes in which they, and those who delay them, name it. */
export const frameElements: ReadonlySet<string> = new Set([
  'iframe',
  'amp-iframe',
  'uc-embedding',
  'embed',
  'amp-tiktok',
  'amp-facebook',
  'amp-reddit',
]);
export const frameAttributes: readonly string[] = [
  'src',
  'data-src',
  'data-href',
  'data-url',
  'data-lazy-src',
  'data-cmp-src',
  'data-cookieblock-src',
  'data-orig-src',
  'data-ezsrc',
  'data-lazy',
  'data-litespeed-src',
  'data-src-cmplz',
  'uc-src',
  'suppressedsrc',
  'data-suppressedsrc',
  'consent-original-src-_',
  'data-ccm-loader-src',
  'data-embed-src',
  'data-s9e-lazyload-src',
  'data-s9e-mediaembed-src',
];

/** AMP components that take an id alone, and the address that it stands for. */
export const idComponents: ReadonlyMap<string, { readonly attribute: string; readonly toUrl: (id: string) => string }> =
  new Map([
    ['amp-instagram', { attribute: 'data-shortcode', toUrl: (id) => `https://www.instagram.com/p/${id}/` }],
    ['lite-youtube', { attribute: 'videoid', toUrl: (id) => `https://www.youtube.com/watch?v=${id}` }],
    ['amp-youtube', { attribute: 'data-videoid', toUrl: (id) => `https://www.youtube.com/watch?v=${id}` }],
  ]);

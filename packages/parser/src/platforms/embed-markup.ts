import type { Platform } from '@embalm/post';

/** What a class says of its elements: what platform their posts are of, and the attributes with the address of the post, or its id. */
interface EmbedClass {
  readonly platform: Platform;
  readonly attributes: readonly string[];
  /** The address that an id stands for. */
  readonly toUrl?: (id: string) => string;
}

const watch = (id: string): string => `https://www.youtube.com/watch?v=${id}`;
const video = (id: string): string => `https://www.tiktok.com/embed/${id}`;

/** Classes of elements that are embeds. */
export const embedClasses: ReadonlyMap<string, EmbedClass> = new Map<string, EmbedClass>([
  ['instagram-media', { platform: 'instagram', attributes: ['data-instgrm-permalink', 'cite'] }],
  ['tiktok-embed', { platform: 'tiktok', attributes: ['cite', 'data-video-id'], toUrl: video }],
  ['tiktok-wrap', { platform: 'tiktok', attributes: ['data-attrs'] }],
  ['bluesky-wrap', { platform: 'bluesky', attributes: ['data-attrs'] }],
  ['youtube-wrap', { platform: 'youtube', attributes: ['data-attrs'], toUrl: watch }],
  ['youtube-player', { platform: 'youtube', attributes: ['data-id', 'data-src', 'src'], toUrl: watch }],
  ['rll-youtube-player', { platform: 'youtube', attributes: ['data-id', 'data-src', 'src'], toUrl: watch }],
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
export const tweetIdAttributes: readonly string[] = ['data-tweet-id', 'data-tweetid', 'data-tweet'];

/** Names of attributes that hold an address. That of a post of X embeds it, on these elements and on those with a hyphen. */
export const addressAttribute: RegExp = /^data-(?:[\w-]{1,40}-)?(?:url|uri|iri|src|href|link|permalink)$/;
export const addressedElement: RegExp = /^(?:div|figure|section|aside|span)$|-/;

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

/** Elements that show what is elsewhere: whatever attribute has its address, of many that delay them or ask for consent. */
export const frameElements: ReadonlySet<string> = new Set([
  'iframe',
  'amp-iframe',
  'uc-embedding',
  'embed',
  'object',
  'amp-tiktok',
  'amp-facebook',
  'amp-reddit',
  'youtube-video',
  'blueskypost',
  'mastodonpost',
  // Confluence's widget has it.
  'ri:url',
]);

/** Components that take an id alone, and the address that it stands for. */
export const idComponents: ReadonlyMap<string, { readonly attribute: string; readonly toUrl: (id: string) => string }> =
  new Map([
    ['amp-instagram', { attribute: 'data-shortcode', toUrl: (id) => `https://www.instagram.com/p/${id}/` }],
    ['lite-youtube', { attribute: 'videoid', toUrl: watch }],
    ['amp-youtube', { attribute: 'data-videoid', toUrl: watch }],
    ['youtube', { attribute: 'id', toUrl: watch }],
    ['amp-tiktok', { attribute: 'data-src', toUrl: video }],
  ]);

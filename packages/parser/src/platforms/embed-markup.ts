import type { Platform } from '@embalm/post';
import { addressOfId, foreignNames } from './platform-names.ts';

/** What a class says of its elements: what platform their posts are of, and the attributes with the address of the post, or its id. */
interface EmbedClass {
  readonly platform: Platform;
  readonly attributes: readonly string[];
  /** Whether it is a word that others use, too: without an address it says nothing. */
  readonly isCommon?: true;
  /** The address that an id stands for, if the platform has no other. */
  readonly toUrl?: (id: string) => string | null;
}

/** Players that wait for a click have the id in the one of theirs, behind letters of their own. */
const afterPrefix = (id: string): string | null => addressOfId('youtube', id.replace(/^(?:WYL|YLW)_/, ''));

/** Classes of elements that are embeds, and names of components that say the same. */
export const embedClasses: ReadonlyMap<string, EmbedClass> = new Map<string, EmbedClass>([
  ['instagram-media', { platform: 'instagram', attributes: ['data-instgrm-permalink', 'cite'] }],
  ['instagram-embed-wrap', { platform: 'instagram', attributes: ['data-attrs'] }],
  ['InstagramToDOM', { platform: 'instagram', attributes: ['data-attrs'] }],
  ['instagram_post', { platform: 'instagram', attributes: ['postid'], isCommon: true }],
  ['tiktok-embed', { platform: 'tiktok', attributes: ['cite', 'data-video-id'] }],
  ['tiktok-wrap', { platform: 'tiktok', attributes: ['data-attrs'] }],
  ['bluesky-wrap', { platform: 'bluesky', attributes: ['data-attrs'] }],
  ['youtube-wrap', { platform: 'youtube', attributes: ['data-attrs'] }],
  ['youtube-player', { platform: 'youtube', attributes: ['data-id', 'data-src', 'src'], isCommon: true }],
  ['rll-youtube-player', { platform: 'youtube', attributes: ['data-id', 'data-src', 'src'] }],
  ['youtube_player', { platform: 'youtube', attributes: ['videoid'], isCommon: true }],
  ['youtube', { platform: 'youtube', attributes: ['data-embed'], isCommon: true }],
  ['lyMe', { platform: 'youtube', attributes: ['id'], toUrl: afterPrefix, isCommon: true }],
  ['bluesky-embed', { platform: 'bluesky', attributes: ['data-bluesky-uri'] }],
  ['mastodon-embed', { platform: 'mastodon', attributes: ['data-embed-url', 'src', 'cite'] }],
  ['fb-post', { platform: 'facebook', attributes: ['data-href', 'cite'] }],
  ['fb-video', { platform: 'facebook', attributes: ['data-href', 'cite'] }],
  ['text-post-media', { platform: 'threads', attributes: ['data-text-post-permalink', 'cite'] }],
  ['reddit-embed-bq', { platform: 'reddit', attributes: ['cite'] }],
  ['reddit-embed', { platform: 'reddit', attributes: ['cite'] }],
  ['reddit-card', { platform: 'reddit', attributes: ['cite'] }],
  ['tweet', { platform: 'x', attributes: ['data-url', 'data-attrs'], isCommon: true }],
  ['twitter-embed', { platform: 'x', attributes: ['data-attrs', 'data-url'], isCommon: true }],
  ['Twitter2ToDOM', { platform: 'x', attributes: ['data-attrs'], isCommon: true }],
  ['element-tweet', { platform: 'x', attributes: ['data-canonical-url'], isCommon: true }],
  ['twitterstatus', { platform: 'x', attributes: ['data-onebox-src'], isCommon: true }],
  ['twitterembed-canvas', { platform: 'x', attributes: ['tweetid'], isCommon: true }],
  ['sqs-block-embed', { platform: 'x', attributes: ['data-block-json'], isCommon: true }],
  ['fb-xfbml-parse-ignore', { platform: 'facebook', attributes: ['cite'] }],
]);

/** The class of links that Embedly's script makes cards of. */
export const cardClass = 'embedly-card';
/** The attribute by which Iframely's script knows them. */
export const cardAttribute = 'data-iframely-url';

/** `twitter-tweet` in base64, which has three ways to write it, by how many bytes stand before it. */
export const encodedEmbedClass: RegExp = /dHdpdHRlci10d2Vld|R3aXR0ZXItdHdlZX|0d2l0dGVyLXR3ZWV0/;

/** How base64 begins of markup whose first element has a small letter of the first half of the alphabet. */
export const encodedMarkup = 'PG';

/** Attributes that hold the id of a post, or its address, on whatever element: their names say whose. */
export const idAttributes: ReadonlyMap<string, Platform> = new Map<string, Platform>([
  ['data-tweet', 'x'],
  ['data-tweet-id', 'x'],
  ['data-tweetid', 'x'],
  ['data-tweet-url', 'x'],
  ['data-twitter-tweet', 'x'],
  ['data-twitter-tweet-id', 'x'],
  ['data-twitter-status-id', 'x'],
  ['data-lexical-tweet-id', 'x'],
  ['data-youtube', 'youtube'],
  ['data-youtube-id', 'youtube'],
  ['data-youtubeid', 'youtube'],
  ['data-youtube-video', 'youtube'],
  ['data-youtube-video-id', 'youtube'],
  ['data-yt', 'youtube'],
  ['data-yt-id', 'youtube'],
  ['data-ytid', 'youtube'],
  ['data-yt-video-id', 'youtube'],
  ['data-video-yt', 'youtube'],
  ['data-video-youtube', 'youtube'],
  ['data-lexical-youtube', 'youtube'],
]);

/** Names of attributes that hold an address. That of a post of X embeds it, on elements that {@link addressedElement} tells. */
export const addressAttribute: RegExp = /^data-(?:[\w-]{1,40})?(?:url|uri|iri|src|href|link|permalink|source)$/;
/** Elements that embed the post of X whose address an attribute has: these, and those with a hyphen. */
export const addressedElement: RegExp = /^(?:div|figure|section|aside|span|blockquote)$|-/;

/** Those among them that embed posts of other platforms, too. */
export const addressAttributes: ReadonlySet<string> = new Set([
  'data-bluesky-uri',
  'data-canonical-url',
  'data-embed-src',
  'data-embed-url',
  'data-ephox-embed-iri',
  'data-facadesrc',
  'data-href',
  'data-iframe-src',
  'data-iframe-url',
  'data-instgrm-permalink',
  'data-lazy-src',
  'data-media-url',
  'data-oembed-src',
  'data-oembed-url',
  'data-onebox-src',
  'data-post-url',
  'data-source',
  'data-src',
  'data-text-post-permalink',
  'data-url',
  'data-video-src',
  'data-video-url',
]);

/** Pairs of attributes, of which one names a platform and the other holds the id of a post. */
export const namedEmbeds: readonly { readonly platform: string; readonly id: string }[] = [
  { platform: 'data-media-site-id', id: 'data-media-key' },
  { platform: 'data-provider', id: 'data-id' },
  { platform: 'data-provider', id: 'data-video-id' },
  { platform: 'data-provider-name', id: 'data-video-id' },
  { platform: 'data-platform', id: 'data-id' },
  { platform: 'data-embed-provider', id: 'data-embed-id' },
  { platform: 'data-plyr-provider', id: 'data-plyr-embed-id' },
  { platform: 'data-embed', id: 'data-twitter-id' },
  { platform: 'type', id: 'video-id' },
];

/** What a name of a component says that shows a post of X. Names in lower case. */
export const tweetComponent: RegExp =
  /^(?!.*(?:button|share|follow|timeline|icon|logo|list))(?:[a-z-]{0,20}(?:tweet|twitter)[a-z-]{0,20}|x-?(?:embed|post|tweet)|oembed)$/;

/** Those of them that do not say Twitter. */
export const xComponents: readonly string[] = ['xembed', 'x-embed', 'xpost', 'x-post', 'xtweet', 'x-tweet', 'oembed'];

/** How components of other platforms are named behind those. */
const purposes: readonly string[] = ['', 'embed', '-embed', 'post', '-post', 'video', '-video', 'player', '-player'];

/** The platforms of components that show posts of them. */
export const platformComponents: ReadonlyMap<string, Platform> = new Map([
  ...foreignNames.flatMap(([name, platform]) => purposes.map((purpose) => [name + purpose, platform] as const)),
  ...['youtube', 'youtubeembed', '-youtube', '-yt-embed', '-youtube-embed'].map(
    (name) => [`lite${name}`, 'youtube'] as const,
  ),
]);

/** The attributes in which components take a post. */
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
  'videoid',
  'video-id',
  'postid',
  'shortcode',
];

/** Elements that show what is elsewhere: whatever attribute has its address, of many that delay them or ask for consent. */
export const frameElements: ReadonlySet<string> = new Set([
  'iframe',
  'amp-iframe',
  'uc-embedding',
  'embed',
  'object',
  'video',
  'source',
  'amp-tiktok',
  'amp-facebook',
  'amp-reddit',
  'fb:post',
  'fb:video',
  'embetty-mastodon',
  'reactplayer',
  'socialembed',
  'youtube-video',
  'bluesky-post',
  // Confluence's widget has it.
  'ri:url',
]);

/** Components of AMP that take an id alone. */
export const ampComponents: ReadonlyMap<string, { readonly platform: Platform; readonly attribute: string }> = new Map([
  ['amp-instagram', { platform: 'instagram', attribute: 'data-shortcode' }],
  ['amp-youtube', { platform: 'youtube', attribute: 'data-videoid' }],
  ['amp-tiktok', { platform: 'tiktok', attribute: 'data-src' }],
]);

import { idOf, type PostId } from '@embalm/post';
import { plainHandle } from './payloads/parts/handle.ts';
import type { WitnessName } from './witness-name.ts';

/**
 * All knowledge of X's hosts, endpoints, parameters and markup. X changes them: then this file changes, and no other.
 * As seen in public code in 2026.
 */
export const xSites = {
  /** Hosts that answer short links; `pic.twitter.com/CODE` is `t.co/CODE`. */
  shortLinkHosts: ['t.co', 'pic.twitter.com', 'pic.x.com'],
  /** Hosts that short links may lead through on their way to a status URL. */
  statusHosts: ['twitter.com', 'www.twitter.com', 'mobile.twitter.com', 'x.com', 'www.x.com'],
  /** The embed page, its scripts and pictures, and the call it makes for its payload. */
  embedHosts: [
    'platform.twitter.com',
    'cdn.syndication.twimg.com',
    'abs.twimg.com',
    'abs-0.twimg.com',
    'pbs.twimg.com',
  ],
  /** The host that answers `tweet-result`. */
  syndicationHosts: ['cdn.syndication.twimg.com'],
  /** Photos, avatars, posters; videos; the avatars of those who have none. */
  mediaHosts: ['pbs.twimg.com', 'video.twimg.com', 'abs.twimg.com'],
  embedPage: 'https://platform.twitter.com/embed/Tweet.html',
  tweetResult: 'https://cdn.syndication.twimg.com/tweet-result',
  /** The host that answers oEmbed. */
  oembedHosts: ['publish.twitter.com'],
  oembed: 'https://publish.twitter.com/oembed',
  statusPage: 'https://x.com',
  /** Where X parks a link it warns of; the destination is in its `unsafe_link` parameter. */
  unsafeLinkPath: '/safety/unsafe_link_warning',
  /** In the embed page: the post, once it is drawn. */
  embedPost: 'article',
  /**
   * Requests the embed page makes that are no part of the post: analytics, and streams that are fetched whole instead.
   * Patterns as Chromium's `Fetch.enable` takes them: `*` is any run of characters, `\?` a question mark.
   */
  embedNoise: ['https://syndication.twitter.com/*', '*.mp4', '*.mp4\\?*', '*.m3u8', '*.m3u8\\?*', '*.m4s', '*.m4s\\?*'],
  tweetResultFeatures: [
    'tfw_timeline_list:',
    'tfw_follower_count_sunset:true',
    'tfw_tweet_edit_backend:on',
    'tfw_refsrc_session:on',
    'tfw_fosnr_soft_interventions_enabled:on',
    'tfw_show_birdwatch_pivots_enabled:on',
    'tfw_show_business_verified_badge:on',
    'tfw_duplicate_scribes_to_settings:on',
    'tfw_use_profile_image_shape_enabled:on',
    'tfw_show_blue_verified_badge:on',
    'tfw_legacy_timeline_sunset:true',
    'tfw_show_gov_verified_badge:on',
    'tfw_show_business_affiliate_badge:on',
    'tfw_tweet_edit_frontend:on',
  ],
  fxtwitter: 'https://api.fxtwitter.com/2/status',
  vxtwitter: 'https://api.vxtwitter.com/i/status',
  /** Answers a POST with a guest's number. */
  guestActivation: 'https://api.x.com/1.1/guest/activate.json',
  guestTweet: 'https://api.x.com/graphql/f2sagi1jweVHFkTUIHzmMQ/TweetResultByRestId',
  /** What the script of X's own pages sends for everybody who is not logged in: it names the program, and is no secret. */
  guestBearer:
    'AAAAAAAAAAAAAAAAAAAAANRILgAAAAAAnNwIzUejRCOuH5E6I8xnZz4puTs%3D1Zv7ttfk8LF81IUq16cHjhLTvJu4FA33AGWWjCpTnA',
  guestVariables: { withCommunity: false, includePromotedContent: false, withVoice: false },
  guestFieldToggles: {
    withArticleRichContentState: true,
    withArticlePlainText: false,
    withGrokAnalyze: false,
    withDisallowedReplyControls: false,
  },
  /** Each must be said, or X refuses the question: those that are on, then those that are off. */
  guestFeatures: [
    'profile_label_improvements_pcf_label_in_post_enabled',
    'creator_subscriptions_tweet_preview_api_enabled',
    'responsive_web_graphql_timeline_navigation_enabled',
    'communities_web_enable_tweet_community_results_fetch',
    'c9s_tweet_anatomy_moderator_badge_enabled',
    'responsive_web_grok_analyze_post_followups_enabled',
    'responsive_web_jetfuel_frame',
    'responsive_web_grok_share_attachment_enabled',
    'responsive_web_grok_annotations_enabled',
    'articles_preview_enabled',
    'responsive_web_edit_tweet_api_enabled',
    'graphql_is_translatable_rweb_tweet_is_translatable_enabled',
    'view_counts_everywhere_api_enabled',
    'longform_notetweets_consumption_enabled',
    'responsive_web_twitter_article_tweet_consumption_enabled',
    'content_disclosure_indicator_enabled',
    'content_disclosure_ai_generated_indicator_enabled',
    'responsive_web_grok_show_grok_translated_post',
    'responsive_web_grok_analysis_button_from_backend',
    'post_ctas_fetch_enabled',
    'freedom_of_speech_not_reach_fetch_enabled',
    'standardized_nudges_misinfo',
    'tweet_with_visibility_results_prefer_gql_limited_actions_policy_enabled',
    'longform_notetweets_rich_text_read_enabled',
    'longform_notetweets_inline_media_enabled',
    'responsive_web_grok_image_annotation_enabled',
    'responsive_web_grok_imagine_annotation_enabled',
    'responsive_web_grok_community_note_auto_translation_is_enabled',
  ],
  guestFeaturesOff: [
    'rweb_video_screen_enabled',
    'responsive_web_profile_redirect_enabled',
    'rweb_tipjar_consumption_enabled',
    'verified_phone_label_enabled',
    'responsive_web_graphql_skip_user_profile_image_extensions_enabled',
    'premium_content_api_read_enabled',
    'responsive_web_grok_analyze_button_fetch_trends_enabled',
    'responsive_web_enhance_cards_enabled',
    'tweet_awards_web_tipping_enabled',
  ],
  /** Sizes of an image, best first. */
  imageRungs: ['orig', '4096x4096', 'large', 'medium', 'small'],
} as const;

/** Hosts that are asked only if the user names the witness. */
export const witnessHosts: Readonly<Record<WitnessName, readonly string[]>> = {
  'guest-graphql': ['api.x.com'],
  fxtwitter: ['api.fxtwitter.com'],
  vxtwitter: ['api.vxtwitter.com'],
};

/** The embed page of a post, drawn for `theme` in English, without tracking. */
export function embedPageUrl(post: PostId, theme: 'light' | 'dark'): string {
  const query = new URLSearchParams({ id: idOf(post), lang: 'en', dnt: 'true', theme, hideThread: 'false' });
  return `${xSites.embedPage}?${query}`;
}

/** The payload of a post, as the embed page asks for it. */
export function tweetResultUrl(post: PostId): string {
  const id = idOf(post);
  const query = new URLSearchParams({
    features: xSites.tweetResultFeatures.join(';'),
    id,
    lang: 'en',
    token: tweetResultToken(id),
  });
  return `${xSites.tweetResult}?${query}`;
}

/** The oEmbed of a post; its author's handle may be left out. */
export function oembedUrl(post: PostId, handle: string | null): string {
  const url = `https://twitter.com/${plainHandle(handle ?? '') || 'i'}/status/${idOf(post)}`;
  return `${xSites.oembed}?${new URLSearchParams({ url, omit_script: 'true', dnt: 'true', lang: 'en' })}`;
}

/** What FxTwitter tells of a post. */
export function fxtwitterUrl(post: PostId): string {
  return `${xSites.fxtwitter}/${idOf(post)}`;
}

/** What VxTwitter tells of a post, whoever wrote it. */
export function vxtwitterUrl(post: PostId): string {
  return `${xSites.vxtwitter}/${idOf(post)}`;
}

/** A post, as X's own pages ask for it for a guest. */
export function guestTweetUrl(post: PostId): string {
  const { guestFeatures, guestFeaturesOff, guestVariables, guestFieldToggles } = xSites;
  const on = guestFeatures.map((feature) => [feature, true]);
  const off = guestFeaturesOff.map((feature) => [feature, false]);
  const query = new URLSearchParams({
    variables: JSON.stringify({ tweetId: idOf(post), ...guestVariables }),
    features: JSON.stringify(Object.fromEntries([...on, ...off])),
    fieldToggles: JSON.stringify(guestFieldToggles),
  });
  return `${xSites.guestTweet}?${query}`;
}

/** The fields a guest's question carries. @param guest The guest's number; `null` to ask for one. */
export function guestHeaders(guest: string | null): Readonly<Record<string, string>> {
  const own = { authorization: `Bearer ${xSites.guestBearer}`, 'x-twitter-active-user': 'yes' };
  if (guest === null) return own;
  return {
    ...own,
    'x-twitter-client-language': 'en',
    'x-guest-token': guest,
    cookie: `guest_id=v1%3A${guest}; gt=${guest}`,
  };
}

/**
 * URLs under which archives may have kept a post, without scheme: its page on all hosts; then pages that name it by its id
 * alone, and its oEmbed. Archives keep answers of X's API under the URL of the page. What goes on after the id is another
 * URL of the same post, or of one whose id begins alike.
 */
export function archivedForms(post: PostId, handle: string | null): readonly (readonly string[])[] {
  const id = idOf(post);
  const named = plainHandle(handle ?? '');
  const hosts = ['twitter.com', 'x.com', 'mobile.twitter.com'];
  const own = named === '' ? [] : hosts.map((host) => `${host}/${named}/status/${id}`);
  const others = [
    ...(named === '' ? [] : [`twitter.com/${named}/statuses/${id}`]),
    `twitter.com/i/web/status/${id}`,
    `x.com/i/web/status/${id}`,
    `twitter.com/i/status/${id}`,
    `x.com/i/status/${id}`,
    `twitter.com/statuses/${id}`,
    ...(named === '' ? [] : [`publish.twitter.com/oembed?url=https://twitter.com/${named}/status/${id}`]),
  ];
  return [own, others].filter((forms) => forms.length > 0);
}

/** Where archives keep the pages of an author's posts whose ids begin with some digits. */
export function archivedPagesOf(handle: string, idStart: string): readonly string[] {
  return ['twitter.com', 'x.com', 'mobile.twitter.com'].map((host) => `${host}/${handle}/status/${idStart}`);
}

/**
 * The token X's embed page sends with an id. `Number` loses digits here on purpose: so does theirs.
 * Vectors are in the tests.
 */
export function tweetResultToken(id: string): string {
  return ((Number(id) / 1e15) * Math.PI).toString(36).replace(/(0+|\.)/g, '');
}

/** The page of a post on X, whoever wrote it. */
export function statusUrl(post: PostId, handle: string): string {
  return `${xSites.statusPage}/${handle === '' ? 'i' : handle}/status/${idOf(post)}`;
}

/** The page of an article on X, by the article's id. */
export function articleUrl(id: string): string {
  return `${xSites.statusPage}/i/article/${encodeURIComponent(id)}`;
}

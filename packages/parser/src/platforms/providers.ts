import type { Platform } from '@embalm/post';

/**
 * How a platform writes the addresses of its posts. The group `id` names the post, `handle` its author. Where there is no
 * id, the address is one to share: it leads to a post, and does not say to which.
 */
export interface Provider {
  readonly platform: Exclude<Platform, 'x'>;
  readonly urls: readonly RegExp[];
}

/** What every such address has somewhere, to tell most others from them at once. */
export const providerHint: RegExp =
  /bsky|threads\.|instagr|tiktok|facebook|fb\.watch|redd|youtu|\/@\w|\/users\/|s9e\.github/i;

const scheme = '^(?:(?:https?:)?//)?';

function urls(...sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(scheme + source, 'i'));
}

/** The pages in which forums show posts of others, by what stands behind their `#`. */
function forumFrame(name: string, fragment: string): string {
  return `s9e\\.github\\.io/iframe/(?:\\d/)?${name}\\.min\\.html#${fragment}`;
}

const blueskyHost = '(?:www\\.|staging\\.)?(?:bsky\\.app|(?:fx|vx|x|c)bsky\\.app|bsk(?:y?x|ye)\\.app|deer\\.social)';
const blueskyUri = 'at://(?<handle>[\\w.:-]{3,100})/app\\.bsky\\.feed\\.post/(?<id>[a-z0-9]{5,20})(?!\\w)';
const instagramHost = '(?:www\\.|m\\.)?(?:instagram\\.com|instagr\\.am)';
const facebookHost = '(?:[\\w-]{1,10}\\.)?facebook\\.com';
const redditHost = '(?:[\\w-]{1,10}\\.)?(?:reddit\\.com|redditmedia\\.com)';
const youtubeHost = '(?:www\\.|m\\.|music\\.)?youtube(?:-nocookie|education|\\.googleapis)?\\.com';
const video = '(?<id>(?!videoseries|live_stream)[\\w-]{11})(?![\\w-])';
const status = '(?<id>\\d{15,20})(?:/embed)?/?(?:[?#]|$)';
const server = '[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,4}';

/** All platforms but X: the one place that knows how they write. */
export const providers: readonly Provider[] = [
  {
    platform: 'bluesky',
    urls: [
      ...urls(
        `${blueskyHost}/profile/(?<handle>[\\w.:-]{3,100})/post/(?<id>[a-z0-9]{5,20})(?!\\w)`,
        'embed\\.bsky\\.app/embed/(?<handle>[\\w.:-]{3,100})/app\\.bsky\\.feed\\.post/(?<id>[a-z0-9]{5,20})(?!\\w)',
        forumFrame('bluesky', blueskyUri),
      ),
      new RegExp(`^${blueskyUri}`, 'i'),
    ],
  },
  {
    platform: 'threads',
    urls: urls(
      '(?:www\\.)?threads\\.(?:net|com)/@(?<handle>[\\w.]{1,40})/post/(?<id>[\\w-]{5,30})',
      '(?:www\\.)?threads\\.(?:net|com)/t/(?<id>[\\w-]{5,30})',
      forumFrame('threads', '(?<id>[\\w-]{5,30})'),
    ),
  },
  {
    platform: 'instagram',
    urls: urls(
      `${instagramHost}/(?:share/)(?:(?:p|reel)/)?[\\w-]{5,40}`,
      `${instagramHost}/(?:(?<handle>[\\w.]{1,40})/)?(?:p|reel|reels|tv)/(?!audio/)(?<id>[\\w-]{5,40})`,
      forumFrame('instagram', '(?<id>[\\w-]{5,40})'),
    ),
  },
  {
    platform: 'tiktok',
    urls: urls(
      '(?:www\\.|m\\.)?tiktok\\.com/(?:@(?<handle>[\\w.]{1,40})/)?(?:video|photo|v)/(?<id>\\d{5,25})',
      '(?:www\\.)?tiktok\\.com/(?:embed(?:/v[123])?|player/v1)/(?<id>\\d{5,25})',
      '(?:v[mt]\\.tiktok\\.com|(?:www\\.)?tiktok\\.com/t)/\\w{5,20}',
    ),
  },
  {
    platform: 'facebook',
    urls: urls(
      `(?:fb\\.watch|${facebookHost}/share(?:/[prv])?)/[\\w-]{5,40}/?(?:[?#]|$)`,
      `${facebookHost}/(?<handle>[\\w.-]{1,80})/(?:posts|videos|photos/[\\w.-]{1,60})/(?:[\\w%-]{1,300}/)?(?<id>\\w{5,80})/?(?:[?#]|$)`,
      `${facebookHost}/notes/[\\w.-]{1,80}/(?:[\\w%-]{1,300}/)?(?<id>\\d{5,30})`,
      `${facebookHost}/groups/[\\w.-]{1,80}/(?:posts|permalink)/(?<id>\\d{5,30})`,
      `${facebookHost}/(?:permalink|story|photo|video)(?:\\.php)?/?\\?(?:[^#\\s]{0,300}&)?(?:story_fbid|fbid|v)=(?<id>\\w{5,80})`,
      `${facebookHost}/(?:watch/?(?:live/?)?\\?(?:[^#\\s]{0,100}&)?v=|reel/|video/embed\\?video_id=)(?<id>\\d{5,30})`,
      forumFrame('facebook', '(?:[a-z]{1,20}/?)?(?<id>\\d{5,30})'),
    ),
  },
  {
    platform: 'reddit',
    urls: urls(
      `${redditHost}/(?:(?:r|u|user)/[\\w.-]{1,40}/)?comments/(?<id>[a-z0-9]{4,12})`,
      `${redditHost}/(?:r|u|user)/[\\w.-]{1,40}/s/\\w{5,20}`,
      'redd\\.it/(?<id>[a-z0-9]{4,12})(?:[?#/]|$)',
      forumFrame('reddit', '[\\w.-]{1,40}/comments/(?<id>[a-z0-9]{4,12})'),
    ),
  },
  {
    platform: 'youtube',
    urls: urls(
      `${youtubeHost}/(?:embed|shorts|live|v|e)/${video}`,
      `${youtubeHost}/(?:embed/)?(?:watch)?/?\\?(?:[^#\\s]{0,300}&)?v=${video}`,
      `youtu\\.be/${video}`,
    ),
  },
  {
    // Every server has its own host: the shape of the path is all there is. Asked last.
    platform: 'mastodon',
    urls: urls(
      `${server}/@(?<handle>\\w{1,40}(?:@[\\w.-]{3,80})?)/${status}`,
      `${server}/@(?<handle>\\w{1,40})/(?<id>\\d{1,20})/embed/?(?:[?#]|$)`,
      `${server}/@(?<handle>\\w{1,40})/statuses/(?<id>[0-9A-Z]{26})/?(?:[?#]|$)`,
      `${server}/users/(?<handle>\\w{1,40})/statuses/${status}`,
      forumFrame('mastodon', '(?<handle>\\w{1,40})(?:@[\\w.-]{3,80})?/(?<id>\\d{15,20})'),
    ),
  },
];

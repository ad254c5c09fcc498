import type { Platform } from '@embalm/post';

/** How a platform writes the addresses of its posts. The group `id` names the post, `handle` its author. */
export interface Provider {
  readonly platform: Exclude<Platform, 'x'>;
  readonly urls: readonly RegExp[];
}

const scheme = '^(?:(?:https?:)?//)?';

function urls(...sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(scheme + source, 'i'));
}

/** All platforms but X: the one place that knows how they write. */
export const providers: readonly Provider[] = [
  {
    platform: 'bluesky',
    urls: [
      ...urls(
        '(?:www\\.)?bsky\\.app/profile/(?<handle>[\\w.:-]{3,100})/post/(?<id>[a-z0-9]{5,20})(?!\\w)',
        'embed\\.bsky\\.app/embed/(?<handle>did:[\\w.:-]{3,100})/app\\.bsky\\.feed\\.post/(?<id>[a-z0-9]{5,20})(?!\\w)',
      ),
      /^at:\/\/(?<handle>[\w.:-]{3,100})\/app\.bsky\.feed\.post\/(?<id>[a-z0-9]{5,20})(?!\w)/i,
    ],
  },
  {
    platform: 'threads',
    urls: urls(
      '(?:www\\.)?threads\\.(?:net|com)/@(?<handle>[\\w.]{1,40})/post/(?<id>[\\w-]{5,30})',
      '(?:www\\.)?threads\\.(?:net|com)/t/(?<id>[\\w-]{5,30})',
    ),
  },
  {
    platform: 'instagram',
    urls: urls(
      '(?:www\\.|m\\.)?(?:instagram\\.com|instagr\\.am)/(?:(?<handle>[\\w.]{1,40})/)?(?:p|reel|reels|tv)/(?<id>[\\w-]{5,40})',
    ),
  },
  {
    platform: 'tiktok',
    urls: urls(
      '(?:www\\.|m\\.)?tiktok\\.com/@(?<handle>[\\w.]{1,40})/(?:video|photo)/(?<id>\\d{5,25})',
      '(?:www\\.)?tiktok\\.com/(?:embed(?:/v[123])?|player/v1)/(?<id>\\d{5,25})',
    ),
  },
  {
    platform: 'facebook',
    urls: urls(
      '(?:[\\w-]{1,10}\\.)?facebook\\.com/(?<handle>[\\w.-]{1,80})/(?:posts|videos|photos/[\\w.-]{1,60})/(?:[\\w%-]{1,300}/)?(?<id>\\w{5,80})/?(?:[?#]|$)',
      '(?:[\\w-]{1,10}\\.)?facebook\\.com/notes/[\\w.-]{1,80}/(?:[\\w%-]{1,300}/)?(?<id>\\d{5,30})',
      '(?:[\\w-]{1,10}\\.)?facebook\\.com/groups/[\\w.-]{1,80}/(?:posts|permalink)/(?<id>\\d{5,30})',
      '(?:[\\w-]{1,10}\\.)?facebook\\.com/(?:permalink|story|photo|video)(?:\\.php)?/?\\?(?:[^#\\s]{0,300}&)?(?:story_fbid|fbid|v)=(?<id>\\w{5,80})',
      '(?:[\\w-]{1,10}\\.)?facebook\\.com/(?:watch/?\\?(?:[^#\\s]{0,100}&)?v=|reel/)(?<id>\\d{5,30})',
    ),
  },
  {
    platform: 'reddit',
    urls: urls(
      '(?:[\\w-]{1,10}\\.)?(?:reddit\\.com|redditmedia\\.com)/(?:r|user)/[\\w.-]{1,40}/comments/(?<id>[a-z0-9]{4,12})',
      'redd\\.it/(?<id>[a-z0-9]{4,12})(?:[?#/]|$)',
    ),
  },
  {
    platform: 'youtube',
    urls: urls(
      '(?:www\\.|m\\.|music\\.)?youtube(?:-nocookie)?\\.com/(?:embed|shorts|live|v)/(?<id>(?!videoseries)[\\w-]{11})(?![\\w-])',
      '(?:www\\.|m\\.|music\\.)?youtube\\.com/watch\\?(?:[^#\\s]{0,300}&)?v=(?<id>[\\w-]{11})(?![\\w-])',
      'youtu\\.be/(?<id>[\\w-]{11})(?![\\w-])',
    ),
  },
  {
    // Every server has its own host: the shape of the path is all there is. Asked last.
    platform: 'mastodon',
    urls: urls(
      '[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,4}/@(?<handle>\\w{1,40}(?:@[\\w.-]{3,80})?)/(?<id>\\d{15,20})(?:/embed)?/?(?:[?#]|$)',
      '[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,4}/users/(?<handle>\\w{1,40})/statuses/(?<id>\\d{15,20})(?:/embed)?/?(?:[?#]|$)',
    ),
  },
];

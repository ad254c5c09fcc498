/**
 * The platforms a reference can point at. Only posts of `x` are captured so far; the others are recognised. `web` is any
 * web page: what is captured there is the page itself.
 */
export const platforms = [
  'x',
  'bluesky',
  'mastodon',
  'threads',
  'instagram',
  'tiktok',
  'facebook',
  'reddit',
  'youtube',
  'web',
] as const;

/** One of {@link platforms}. */
export type Platform = (typeof platforms)[number];

/**
 * A post's name: platform and id, as in `x:1500127395262201857`.
 *
 * An id that starts with `~` is provisional: the platform's own id is not known yet. `x:~fj2coK1xR1` carries the
 * code of a short link, `x:~` + 16 hex digits the digest of what an article says of the post. Codes and the ids of most
 * platforms are case-sensitive: `x:~Ab` and `x:~aB` are two posts. A web page's is the beginning of the digest of its URL.
 */
export type PostId = `${Platform}:${string}`;

/** X ids are decimal, one spelling each; the provisional ones carry a short link's code or a digest. */
const xIdPattern = /^(?:0|[1-9][0-9]{0,18}|~[A-Za-z0-9]{1,64})$/;

/** Half a sha256. */
const webIdPattern = /^[0-9a-f]{32}$/;

/** What the ids of other platforms may look like: never a path separator, and no dot at an end, which Windows drops. */
const otherIdPattern = /^~?[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9_-])?$/;

/**
 * Name a post.
 *
 * @param platform The platform.
 * @param id The platform's own id, or a provisional one that starts with `~`.
 * @throws {RangeError} If the platform has no such ids.
 */
export function toPostId(platform: Platform, id: string): PostId {
  if (!isId(platform, id)) throw new RangeError(`Not an id of a post: ${JSON.stringify(id)}`);
  return `${platform}:${id}`;
}

/** Read a post's name, or `null` if the value is none. */
export function parsePostId(value: unknown): PostId | null {
  if (typeof value !== 'string') return null;
  const colon = value.indexOf(':');
  const platform = platforms.find((name) => name === value.slice(0, colon));
  const id = value.slice(colon + 1);
  return platform !== undefined && isId(platform, id) ? `${platform}:${id}` : null;
}

/** The platform in a post's name. */
export function platformOf(post: PostId): Platform {
  return post.slice(0, post.indexOf(':')) as Platform;
}

/** The id in a post's name, with its `~` if it is provisional. */
export function idOf(post: PostId): string {
  return post.slice(post.indexOf(':') + 1);
}

/** Whether the platform's own id of a post is not known yet. */
export function isProvisional(post: PostId): boolean {
  return idOf(post).startsWith('~');
}

function isId(platform: Platform, id: string): boolean {
  if (platform === 'web') return webIdPattern.test(id);
  return (platform === 'x' ? xIdPattern : otherIdPattern).test(id);
}

import type { Platform } from '@embalm/post';

/** How systems call the platforms in attributes, names of components, shortcodes and data. In lower case. */
const names: ReadonlyMap<string, Platform> = new Map<string, Platform>([
  ['x', 'x'],
  ['twitter', 'x'],
  ['tweet', 'x'],
  ['youtube', 'youtube'],
  ['yt', 'youtube'],
  ['instagram', 'instagram'],
  ['tiktok', 'tiktok'],
  ['facebook', 'facebook'],
  ['fb', 'facebook'],
  ['reddit', 'reddit'],
  ['bluesky', 'bluesky'],
  ['bsky', 'bluesky'],
  ['mastodon', 'mastodon'],
  ['threads', 'threads'],
]);

/** Those of other platforms than X that are no other words. */
export const foreignNames: readonly (readonly [name: string, platform: Platform])[] = [...names].filter(
  ([name, platform]) => platform !== 'x' && !['yt', 'fb', 'threads'].includes(name),
);

/** The platform that is called so, or `null`. */
export function platformOfName(name: string): Platform | null {
  return names.get(name.toLowerCase()) ?? null;
}

/** What ids look like, and the addresses that they stand for. Those of other platforms say nothing by themselves. */
const ids: Readonly<Partial<Record<Platform, { readonly id: RegExp; readonly toUrl: (id: string) => string }>>> = {
  x: { id: /^\d{15,19}$/, toUrl: (id) => `https://x.com/i/status/${id}` },
  // A word of eleven letters is more often a name.
  youtube: { id: /^(?![a-z]{11}$)[\w-]{11}$/, toUrl: (id) => `https://www.youtube.com/watch?v=${id}` },
  instagram: { id: /^(?=[\w-]*[A-Z])[\w-]{5,40}$/, toUrl: (id) => `https://www.instagram.com/p/${id}/` },
  tiktok: { id: /^\d{15,20}$/, toUrl: (id) => `https://www.tiktok.com/embed/${id}` },
  reddit: { id: /^\w{2,30}\/comments\/[a-z0-9]{5,8}$/, toUrl: (id) => `https://www.reddit.com/r/${id}` },
};

/** The address of the post that an id names on a platform, or `null` if it is no id of it. */
export function addressOfId(platform: Platform, id: string): string | null {
  const known = ids[platform];
  return known !== undefined && known.id.test(id) ? known.toUrl(id) : null;
}

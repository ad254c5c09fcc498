import type { Reference } from '@embalm/post';
import { findShortcodeStarts, shortcodes, textShortcodeStart } from '../platforms/shortcodes.ts';
import { addressOfId, platformOfName } from '../platforms/platform-names.ts';
import { readAddress } from './embed-target.ts';

/** Find the shortcodes that name a post, in order. */
export function findShortcodes(text: string): readonly Reference[] {
  const references: Reference[] = [];
  for (const start of findShortcodeStarts(text)) {
    if (start < (references.at(-1)?.range[1] ?? 0)) continue;
    const reference = readShortcode(text, start);
    if (reference !== null) references.push(reference);
  }
  return references;
}

/** Read the shortcode in brackets that begins at a place in plain text, or `null` if there is none. */
export function readShortcodeInText(text: string, at: number): Reference | null {
  textShortcodeStart.lastIndex = at;
  return textShortcodeStart.test(text) ? readShortcode(text, at) : null;
}

/** Read the shortcode that begins at a place, or `null` if there is none. */
export function readShortcode(text: string, at: number): Reference | null {
  for (const pattern of shortcodes) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const target = toAddress(match?.groups ?? {});
    if (match === null || target === undefined) continue;
    const post = readAddress(target);
    if (post === null) continue;
    return {
      kind: 'shortcode',
      range: [at, at + match[0].length],
      post: { platform: post.platform, id: post.id },
      handle: post.handle ?? /\buser\s{0,3}=\s{0,3}["'“]?(?<user>\w{1,20})/.exec(match[0])?.groups?.['user'] ?? null,
      name: null,
      date: null,
      text: null,
      links: [post.url],
      lang: null,
      confidence: 1,
    };
  }
  return null;
}

/** The address of the post that a shortcode names by that, or by its id. */
function toAddress(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { target, platform = 'x', code: id = target } = groups;
  const named = platformOfName(platform);
  if (named === null || id === undefined) return undefined;
  // Short numbers are ids of X's, where a shortcode says that they are of no list.
  if (named === 'x' && /^\d+$/.test(id)) return `https://x.com/i/status/${id}`;
  return addressOfId(named, id) ?? id;
}

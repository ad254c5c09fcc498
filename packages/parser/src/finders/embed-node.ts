import type { Platform, Range, Reference } from '@embalm/post';
import { embedData } from '../platforms/embed-data.ts';
import type { NamedPost } from '../platforms/foreign-url.ts';
import { addressOfId, platformOfName } from '../platforms/platform-names.ts';
import { toEmbedReference } from './embed-reference.ts';
import { readAddress } from './embed-target.ts';

const { quote, between, foreign, kinds } = embedData;

/** What data says of an object that is an embed: that, or of which platform. Others than X are named by types alone. */
const kind = new RegExp(
  `(?:type${between}${quote}(?:[\\w./-]{0,60}?(?<name>tweet|twitter|${foreign})[\\w-]{0,30}|(?<any>(?:core/|social-?|wix-)?o?embed(?:_response|block)?|video))|(?:${kinds})${between}${quote}[\\w./-]{0,40}?(?<named>tweet|twitter)[\\w-]{0,30})${quote}`,
  'gi',
);

/** Where the address of a post stands in it, or its id. */
const address = new RegExp(
  `${quote}(?:\\w{0,20}(?:url|uri|src|source|href|link)|embed|_id)${between}${quote}(?<address>[^"\\s<>]{8,500}?)${quote}`,
  'gi',
);
const id = new RegExp(
  `${quote}(?:\\w{0,20}(?:tweet|status|post|video)_?id|id|shortcode)${between}(?:${quote})?(?<id>[\\w-]{5,40})(?![\\w-])`,
  'gi',
);

/** Accounts are named so, too, and have ids. */
const account = /follower|screen_?name|user_?name|handle|profile/i;

/** What has markup in it says more by that. */
const markup = /(?:<|u003c|&lt;)(?:blockquote|iframe)/i;

/** An object reaches so far before and behind what tells it. */
const longestBefore = 400;
const longest = 2000;

/**
 * Find the embeds that are objects in the data of a page: `{"type":"tweet","id":"1500127395262201857"}`, as editors and
 * content systems keep them.
 *
 * @param range Where to look: a script, or an attribute.
 */
export function* findEmbedNodes(text: string, [from, to]: Range): Generator<Reference> {
  const stretch = text.slice(from, to);
  kind.lastIndex = 0;
  for (let match = kind.exec(stretch); match !== null; match = kind.exec(stretch)) {
    const behind = kind.lastIndex;
    const { name, named, any } = match.groups ?? {};
    const range = objectAround(stretch, match.index);
    const post = range === null ? null : readNode(stretch.slice(...range), platformOfName(named ?? name ?? ''), any);
    if (range !== null && post !== null) {
      yield toEmbedReference(post, [range[0] + from, range[1] + from]);
      kind.lastIndex = range[1];
    } else kind.lastIndex = behind;
  }
}

function readNode(node: string, platform: Platform | null, any: string | undefined): NamedPost | null {
  if (markup.test(node) || (any?.toLowerCase() === 'video' && !node.includes('videoData'))) return null;
  for (const { groups } of node.matchAll(address)) {
    const post = readAddress((groups?.['address'] ?? '').replaceAll('\\', '').replaceAll('&amp;', '&'));
    if (post !== null && (platform === null || post.platform === platform)) return post;
  }
  if (platform === null || account.test(node)) return null;
  for (const { groups } of node.matchAll(id)) {
    const url = addressOfId(platform, groups?.['id'] ?? '');
    if (url !== null) return readAddress(url);
  }
  return null;
}

/** The object that a place is in, or `null` if it has no end near. */
function objectAround(text: string, at: number): Range | null {
  let start = at;
  for (let depth = 1; depth > 0;) {
    start -= 1;
    if (start < 0 || at - start > longestBefore) return null;
    const sign = text.charCodeAt(start);
    if (sign === closed) depth += 1;
    else if (sign === opened) depth -= 1;
  }
  let end = start + 1;
  for (let depth = 1; depth > 0; end += 1) {
    if (end >= text.length || end - start > longest) return null;
    const sign = text.charCodeAt(end);
    if (sign === opened) depth += 1;
    else if (sign === closed) depth -= 1;
  }
  return [start, end];
}

const opened = 0x7b;
const closed = 0x7d;

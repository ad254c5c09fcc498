import { deriveAccountId, deriveCode } from './derive.ts';

type Indices = readonly [start: number, end: number];

/** `entities` of a payload: indices are code points of the escaped text. */
interface TextEntities {
  readonly hashtags: { readonly indices: Indices; readonly text: string }[];
  readonly urls: {
    readonly display_url: string;
    readonly expanded_url: string;
    readonly indices: Indices;
    readonly url: string;
  }[];
  readonly user_mentions: {
    readonly id_str: string;
    readonly indices: Indices;
    readonly name: string;
    readonly screen_name: string;
  }[];
  readonly symbols: { readonly indices: Indices; readonly text: string }[];
}

/** A text as X stores it. */
export interface ComposedText {
  /** With `&`, `<` and `>` escaped, links shortened, the leading mention and the trailing media link added. */
  readonly text: string;
  readonly entities: TextEntities;
  /** What a reader sees, in UTF-16 units of `text`. */
  readonly displayRange: Indices;
  /** Where the media link stands, in code points, or `null`. */
  readonly mediaIndices: Indices | null;
  /** The links that were shortened. */
  readonly shortLinks: readonly { readonly code: string; readonly url: string; readonly target: string }[];
}

/** What to compose from. */
export interface TextParts {
  /** Makes the codes of this text's links its own. */
  readonly seed: string;
  readonly text: string;
  /** The handle that an answer begins with, or `null`. */
  readonly answers: string | null;
  /** The link at the end, as in `https://t.co/CODE`, or `null`. */
  readonly mediaLink: string | null;
  /** Display names of accounts. */
  readonly nameOf: (handle: string) => string;
}

const linkPattern = String.raw`(?<link>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])`;
const tagPattern = String.raw`(?<![\p{L}\p{N}_&])[#＃](?<tag>[\p{L}\p{M}\p{N}_]+)`;
const mentionPattern = String.raw`(?<![A-Za-z0-9_])@(?<mention>[A-Za-z0-9_]{1,15})`;
const symbolPattern = String.raw`(?<![\p{L}\p{N}_])\$(?<symbol>[A-Z]{1,6})\b`;

/** Write a text as X stores it, and note what it mentions. */
export function composeText(parts: TextParts): ComposedText {
  const entities: TextEntities = { hashtags: [], urls: [], user_mentions: [], symbols: [] };
  const shortLinks: { code: string; url: string; target: string }[] = [];
  const pattern = new RegExp([linkPattern, tagPattern, mentionPattern, symbolPattern].join('|'), 'gu');
  let text = '';
  const put = (piece: string): Indices => {
    const start = Array.from(text).length;
    text += piece;
    return [start, Array.from(text).length];
  };
  const mention = (handle: string): void => {
    const indices = put(`@${handle}`);
    const name = parts.nameOf(handle);
    entities.user_mentions.push({ id_str: deriveAccountId(handle), indices, name, screen_name: handle });
  };

  if (parts.answers !== null) {
    mention(parts.answers);
    put(' ');
  }
  const displayStart = text.length;
  let read = 0;
  for (const match of parts.text.matchAll(pattern)) {
    put(escapeText(parts.text.slice(read, match.index)));
    read = match.index + match[0].length;
    const { link, tag, mention: handle, symbol } = match.groups ?? {};
    if (link !== undefined) {
      const code = deriveCode(`${parts.seed} ${link}`, 10);
      const url = `https://t.co/${code}`;
      shortLinks.push({ code, url, target: link });
      entities.urls.push({ display_url: displayLink(link), expanded_url: link, indices: put(url), url });
    } else if (tag !== undefined) entities.hashtags.push({ indices: put(match[0]), text: tag });
    else if (symbol !== undefined) entities.symbols.push({ indices: put(match[0]), text: symbol });
    else if (handle !== undefined) mention(handle);
  }
  put(escapeText(parts.text.slice(read)));
  const displayRange: Indices = [displayStart, text.length];
  if (parts.mediaLink === null) return { text, entities, displayRange, mediaIndices: null, shortLinks };
  if (text !== '') put(' ');
  const mediaIndices = put(parts.mediaLink);
  return { text, entities, displayRange, mediaIndices, shortLinks };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Without scheme, cut as X cuts it. */
function displayLink(link: string): string {
  const bare = link.replace(/^https?:\/\/(?:www\.)?/, '');
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
}

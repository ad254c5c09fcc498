import { dayOfXId, type Reference } from '@embalm/post';
import { readDate } from '../flattened/dates.ts';
import { trimMediaLink } from '../flattened/media-link.ts';
import { findName } from '../flattened/name.ts';
import type { Anchor, EmbedZone, Paragraph } from '../html/page.ts';
import { findAnchorLinks } from './anchor-links.ts';
import { findPostUrl, parsePostUrl, type PostUrl } from './post-url.ts';

/** What an embed prints of its author and its day. */
interface PrintedSignature {
  /** Where it begins, in the page's text. */
  readonly start: number;
  readonly handle: string;
  readonly name: string | null;
}

const handleAtEnd = /\(@(?<handle>[A-Za-z0-9_]{1,20})\)(?:\s{0,4}\{" "\})?\s{0,4}$/;
const longestHandle = 30;
const leadingDash = /^(?:[—–―-]{1,3}|\s)+/u;

/**
 * Read a `blockquote.twitter-tweet`: `<p lang>text</p>&mdash; Name (@handle) <a href="…/status/ID">date</a>`.
 *
 * The post is the one its last status URL leads to, or its `cite`. Text, name, handle and date are as printed; the date of
 * one that prints none is the day in its id, which is what X prints.
 *
 * @param text The page's text.
 * @returns `null` if it leads to no post.
 */
export function readBlockquote(text: string, zone: EmbedZone): Reference | null {
  const cited = zone.cite === null ? null : parsePostUrl(zone.cite);
  if (cited !== null && !zone.anchors.some(({ href }) => parsePostUrl(href)?.id === cited.id))
    return readQuotation(text, zone, cited);
  const anchor =
    zone.anchors.findLast(({ href }) => parsePostUrl(href) !== null) ??
    zone.anchors.findLast(({ href }) => findPostUrl(href) !== null);
  const url = anchor === undefined ? null : (parsePostUrl(anchor.href) ?? findPostUrl(anchor.href));
  if (anchor === undefined || url === null) return null;

  const signature = readSignature(text, zone, anchor);
  const quoted = zone.paragraphs.filter((paragraph) => paragraph.text[1] <= (signature?.start ?? anchor.text[0]));
  return {
    kind: 'embed',
    range: zone.source,
    post: { platform: 'x', id: url.id },
    handle: signature?.handle ?? url.handle,
    name: signature?.name ?? null,
    date: readInstant(anchor) ?? readDate(text, anchor.text[0])?.day ?? dayOfXId(url.id),
    text: readQuotedText(text, zone, signature),
    links: findAnchorLinks(zone.anchors),
    lang: languageOf(quoted),
    confidence: 1,
  };
}

/** A blockquote that says only in its `cite` where it is from: all of it is the post's. */
function readQuotation(text: string, zone: EmbedZone, { id, handle }: PostUrl): Reference {
  return {
    kind: 'embed',
    range: zone.source,
    post: { platform: 'x', id },
    handle,
    name: null,
    date: dayOfXId(id),
    text: trimMediaLink(text.slice(...zone.text).trim()) || null,
    links: [zone.cite, ...findAnchorLinks(zone.anchors)].filter((link) => link !== null),
    lang: languageOf(zone.paragraphs),
    confidence: 1,
  };
}

function readSignature(text: string, zone: EmbedZone, anchor: Anchor): PrintedSignature | null {
  const before = text.slice(Math.max(zone.text[0], anchor.text[0] - longestHandle), anchor.text[0]);
  const match = handleAtEnd.exec(before);
  const handle = match?.groups?.['handle'];
  if (match === null || handle === undefined) return null;
  const at = anchor.text[0] - match[0].length;
  const paragraph = zone.paragraphs.findLast(({ text: [, end] }) => end <= at);
  // Between the paragraph and the handle there is nothing but the name: no dash has to be looked for.
  const name = paragraph === undefined ? undefined : text.slice(paragraph.text[1], at).replace(leadingDash, '').trim();
  if (paragraph !== undefined && name !== undefined) return { start: paragraph.text[1], handle, name: name || null };
  const begin = findName(text, zone.text[0], at);
  return { start: begin?.start ?? at, handle, name: begin?.name ?? null };
}

function readQuotedText(text: string, zone: EmbedZone, signature: PrintedSignature | null): string | null {
  const first = zone.paragraphs[0];
  const start = first?.text[0] ?? (signature === null ? null : zone.text[0]);
  const end = signature?.start ?? zone.paragraphs.at(-1)?.text[1];
  if (start === null || end === undefined) return null;
  return trimMediaLink(text.slice(start, end).trim()) || null;
}

function languageOf(paragraphs: readonly Paragraph[]): string | null {
  return paragraphs.find(({ lang }) => lang !== null && lang !== '')?.lang ?? null;
}

function readInstant({ dateTime }: Anchor): string | null {
  const time = Date.parse(dateTime ?? '');
  return dateTime === null || Number.isNaN(time) ? null : new Date(time).toISOString();
}

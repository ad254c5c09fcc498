import type { Reference } from '@embalm/post';

/**
 * Write a reference as JSON, but for `kind` and `range`, from the comma before its other members to the closing brace. It
 * is what `JSON.stringify` writes, in two thirds of the time.
 */
export function writeRest(reference: Reference): string {
  const { post, handle, name, date, text, links, lang, confidence, alternatives, inString } = reference;
  const about = `,"post":{"platform":"${post.platform}","id":${quote(post.id)}},"handle":${quote(handle)},"name":${quote(name)}`;
  const said = `,"date":${quote(date)},"text":${quote(text)},"links":${quoteAll(links)},"lang":${quote(lang)}`;
  const others = alternatives === undefined ? '' : `,"alternatives":${JSON.stringify(alternatives)}`;
  const place = inString === undefined ? '' : `,"inString":${inString}`;
  return `${about}${said},"confidence":${confidence}${others}${place}}`;
}

function quoteAll(texts: readonly string[]): string {
  let quoted = '';
  for (const text of texts) quoted += quoted === '' ? quote(text) : `,${quote(text)}`;
  return `[${quoted}]`;
}

/** What JSON escapes: marks, control characters (and some that it leaves alone), and surrogates that stand alone. */
const escaped = /["\\\p{Cc}\p{Cs}]/u;

function quote(text: string | null): string {
  if (text === null) return 'null';
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
}

import type { DoorAnswer } from '../door/door.ts';
import { leadsOn } from '../door/leads-on.ts';
import type { Destination } from './destination.ts';

const metaPattern = /<meta\s[^<>]{1,4000}>/gi;
const refreshPattern = /\bhttp-equiv\s?=\s?["']?refresh\b/i;
const contentPattern = /\bcontent\s?=\s?(?:"([^"]{1,4000})"|'([^']{1,4000})')/i;
const contentUrlPattern = /^\s{0,9}\d{1,9}\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}["']?([^"']{1,4000})/i;
const replacePattern = /\blocation\.replace\(\s{0,9}"((?:[^"\\\r\n]|\\.){1,4000})"/;

/**
 * The URL an answer leads on to, made absolute, or `null` if it leads nowhere.
 *
 * Programs get a 301; what takes itself for a browser gets a page with a `meta` refresh and a `location.replace`. Such
 * pages count only from short links: X's other pages have refreshes that mean something else.
 */
export async function readRedirect(answer: DoorAnswer, asked: Destination): Promise<string | null> {
  const target = await readTarget(answer, asked.kind === 'short-link');
  return target === null ? null : (URL.parse(target, asked.url)?.href ?? null);
}

async function readTarget(answer: DoorAnswer, mayBePage: boolean): Promise<string | null> {
  if (leadsOn(answer.status)) return answer.headers.get('location') ?? null;
  if (answer.status !== 200 || !mayBePage) return null;
  const page = await answer.text();
  return readMetaRefresh(page) ?? readLocationReplace(page);
}

function readMetaRefresh(page: string): string | null {
  for (const [tag] of page.matchAll(metaPattern)) {
    const match = refreshPattern.test(tag) ? contentPattern.exec(tag) : null;
    const content = match?.[1] ?? match?.[2];
    const url = content === undefined ? undefined : contentUrlPattern.exec(decodeReferences(content))?.[1];
    if (url !== undefined) return url.trim();
  }
  return null;
}

function readLocationReplace(page: string): string | null {
  const literal = replacePattern.exec(page)?.[1];
  if (literal === undefined) return null;
  try {
    return String(JSON.parse(`"${literal}"`));
  } catch {
    return null;
  }
}

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

/** The references that a URL in an attribute is written with. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:amp|quot|lt|gt|#34|#39|#x27);/g, (reference) => references[reference] ?? reference);
}

import { parseHtml } from './html/parse-html.ts';
import type { PayloadReading, ReadOptions } from './payload-reading.ts';
import { readDrawnPage } from './read-drawn-page.ts';
import { readLegacyPage } from './read-legacy-page.ts';

/** Read the posts of a page, as twitter.com sent it until 2020, or as a browser has drawn it since; if there are none, why. */
export function readPage(html: string, options: ReadOptions): readonly [PayloadReading, ...PayloadReading[]] {
  const page = parseHtml(html);
  const legacy = readLegacyPage(page, options);
  if (legacy.kind === 'live') return [legacy];
  const [first, ...others] = readDrawnPage(page, options);
  return first === undefined ? [legacy] : [first, ...others];
}

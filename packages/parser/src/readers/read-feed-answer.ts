import { readContentType } from '../read/content-type.ts';
import { decode } from '../read/decode.ts';
import type { Article } from '../read/read-article.ts';
import { readAnswer } from '../read/read-answer.ts';
import { readXmlEncoding } from '../read/xml-declaration.ts';
import { readChunks } from './bytes/byte-reader.ts';
import { detectCorpusFormat } from './corpus-format.ts';
import { findInArticle } from './find-in-article.ts';
import type { FoundReference } from './find-in-inputs.ts';

/** An entry of a feed: its number from 1, and the markup it holds. */
interface FeedEntry {
  readonly number: number;
  readonly html: string;
}

const headLength = 2048;

/**
 * Find the references in the body of an HTTP answer: of a feed in each entry, whose source ends in `#N`, else as in an article.
 *
 * @param source Where it was asked for; each reference names it.
 * @param contentType As in `text/html; charset=utf-8`; empty if there is none.
 * @param end Where it was in the end: its name may tell what it is. Default `source`.
 * @throws {InputError} If it is no text.
 */
export async function findInAnswer(
  source: string,
  bytes: Uint8Array,
  contentType: string,
  end: string = source,
): Promise<readonly FoundReference[]> {
  const entries = await readEntries(bytes, contentType);
  if (entries === null) return findInArticle({ ...readAnswer(end, bytes, contentType), source });
  const found = entries.map(({ number, html }) => {
    return findInArticle({
      source: `${source}#${number}`,
      text: html,
      format: 'html',
      encoding: 'utf-8',
      replacements: 0,
    });
  });
  return (await Promise.all(found)).flat();
}

/**
 * Read a feed as one article: a page with its entries one after the other.
 *
 * @returns `null` if it is no feed.
 */
export async function readFeedAnswer(source: string, bytes: Uint8Array, contentType: string): Promise<Article | null> {
  const entries = await readEntries(bytes, contentType);
  if (entries === null) return null;
  const title = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const sections = entries.map(({ html }) => `<section>\n${html}\n</section>\n`);
  const head = `<!doctype html>\n<html>\n<head><meta charset="utf-8"><title>${title}</title></head>\n`;
  const text = `${head}<body>\n${sections.join('')}</body>\n</html>\n`;
  return { source, format: 'html', text, encoding: 'utf-8', replacements: 0 };
}

/** Servers give feeds many types: how it begins tells. */
async function readEntries(bytes: Uint8Array, contentType: string): Promise<readonly FeedEntry[] | null> {
  const { charset } = readContentType(contentType);
  const head = decode(bytes.subarray(0, headLength), 'text', charset).text;
  if (detectCorpusFormat('', head) !== 'feed') return null;
  const { text } = decode(bytes, 'text', charset ?? readXmlEncoding(head));
  // Not at the top: what reads markup need not be loaded where no feed comes.
  const { readFeed } = await import('./records/read-feed.ts');
  const entries: FeedEntry[] = [];
  for await (const { number, content } of readFeed(readChunks(chunksOf(text)), null, () => {})) {
    entries.push({ number: number ?? entries.length + 1, html: content.toString() });
  }
  return entries;
}

async function* chunksOf(text: string): AsyncGenerator<string, void, void> {
  yield text;
}

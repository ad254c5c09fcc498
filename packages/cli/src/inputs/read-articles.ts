import type { Article } from '@embalm/parser/read';
import { expandInputs, readArticle } from '@embalm/parser/read';
import type { Io } from '../io.ts';

/** Of how many articles posts are captured side by side: with one post each, a browser would wait for work. */
export const articlesAtOnce = 4;

/**
 * Read inputs one after the other. One that cannot be read is said and passed over; the others still get their turn.
 *
 * @returns How many could not be read.
 */
export async function readArticles(
  inputs: readonly string[],
  io: Io,
  use: (article: Article) => Promise<void>,
): Promise<number> {
  let failures = 0;
  for await (const name of expandInputs(inputs)) {
    io.signal.throwIfAborted();
    let article: Article;
    try {
      article = await readArticle(name, { stdin: io.stdin });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'InputError') throw error;
      io.err.line(`embalm: ${error.message}`);
      failures += 1;
      continue;
    }
    if (article.replacements > 0) {
      io.err.line(
        `embalm: ${name}: not valid ${article.encoding}; ${article.replacements} places were replaced by U+FFFD.`,
      );
    }
    await use(article);
  }
  return failures;
}

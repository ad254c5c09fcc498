import type { Article } from '@embalm/parser/read';
import { expandInputs, isInputError, readArticle } from '@embalm/parser/read';
import type { Io } from '../io.ts';
import { printable } from '../print/printable.ts';

/** Of how many articles posts are captured side by side: with one post each, a browser would wait for work. */
export const articlesAtOnce = 4;

/** Articles that are read one after the other. */
export interface Articles {
  /** Whether none of the inputs can be read: then nothing should be made for them. */
  readonly isEmpty: boolean;
  /** Use each in its turn. @returns How many inputs could not be read. */
  forEach(use: (article: Article) => Promise<void>): Promise<number>;
}

/**
 * Read inputs up to the first article; the others are read when it is their turn. One that cannot be read is said and
 * passed over.
 */
export async function openArticles(inputs: readonly string[], io: Io): Promise<Articles> {
  let failures = 0;
  const reading = read();
  let next = await reading.next();
  return {
    isEmpty: next.done === true,
    async forEach(use) {
      for (; next.done !== true; next = await reading.next()) await use(next.value);
      return failures;
    },
  };

  async function* read(): AsyncGenerator<Article, void, void> {
    for await (const name of expandInputs(inputs)) {
      io.signal.throwIfAborted();
      const article = await readOrSay(name);
      if (article === null) continue;
      if (article.replacements > 0) {
        io.err.line(
          `embalm: ${name}: not valid ${article.encoding}; ${article.replacements} places were replaced by U+FFFD.`,
        );
      }
      yield article;
    }
  }

  async function readOrSay(name: string): Promise<Article | null> {
    try {
      return await readArticle(name, {
        signal: io.signal,
        get stdin() {
          return io.stdin;
        },
      });
    } catch (error) {
      if (!isInputError(error)) throw error;
      io.err.line(`embalm: ${printable(error.message)}`);
      failures += 1;
      return null;
    }
  }
}

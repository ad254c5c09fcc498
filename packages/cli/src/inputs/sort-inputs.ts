import { existsSync } from 'node:fs';
import { isWebAddress } from './is-web-address.ts';
import type { NamedPost } from './post-article.ts';
import { referenceOfPost } from './reference-of-post.ts';

/** What stands on a command line, by what it is; those of a kind in their order. */
export interface SortedInputs {
  /** Posts by URL, short link, `x:ID` or id, each once. */
  readonly posts: readonly NamedPost[];
  /** Web pages by URL, each once. */
  readonly pages: readonly string[];
  /** Files, folders, globs, `-`. */
  readonly files: readonly string[];
}

/** Sort inputs. A number is a post's id, unless there is a file or folder of that name. */
export function sortInputs(inputs: readonly string[]): SortedInputs {
  const posts: NamedPost[] = [];
  const pages: string[] = [];
  const files: string[] = [];
  for (const input of inputs) {
    const reference = /^\d+$/.test(input) && existsSync(input) ? null : referenceOfPost(input);
    if (reference !== null) {
      if (posts.every(({ typed }) => typed !== input)) posts.push({ typed: input, reference });
    } else if (!isWebAddress(input)) {
      files.push(input);
    } else if (!pages.includes(input)) {
      pages.push(input);
    }
  }
  return { posts, pages, files };
}

import type { Reference } from '@embalm/post';
import { referenceOfPost } from './reference-of-post.ts';

/** What stands on a command line, by what it is. */
export interface SortedInputs {
  /** Posts by URL, short link, `x:ID` or id. */
  readonly posts: readonly Reference[];
  /** Web pages by URL, each once. */
  readonly pages: readonly string[];
  /** All else: files, folders, globs, `-`. */
  readonly files: readonly string[];
}

/** Sort inputs; those of a kind stay in their order. */
export function sortInputs(inputs: readonly string[]): SortedInputs {
  const others = inputs.filter((input) => referenceOfPost(input) === null);
  return {
    posts: inputs.flatMap((input) => referenceOfPost(input) ?? []),
    pages: [...new Set(others.filter(isWebAddress))],
    files: others.filter((input) => !isWebAddress(input)),
  };
}

/** Whether a text is an `http` or `https` URL. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

import type { Reference } from '@embalm/post';
import { isWebAddress } from './is-web-address.ts';
import { referenceOfPost } from './reference-of-post.ts';

/** What stands on a command line, by what it is. */
export interface SortedInputs {
  /** Posts by URL, short link, `x:ID` or id. */
  readonly posts: readonly Reference[];
  /** Web pages by URL, each once. */
  readonly pages: readonly string[];
  /** All but pages, in their order: posts too. */
  readonly others: readonly string[];
  /** All but posts and pages: files, folders, globs, `-`. */
  readonly files: readonly string[];
}

/** Sort inputs; those of a kind stay in their order. */
export function sortInputs(inputs: readonly string[]): SortedInputs {
  const unknown = inputs.filter((input) => referenceOfPost(input) === null);
  const pages = new Set(unknown.filter(isWebAddress));
  return {
    posts: inputs.flatMap((input) => referenceOfPost(input) ?? []),
    pages: [...pages],
    others: inputs.filter((input) => !pages.has(input)),
    files: unknown.filter((input) => !pages.has(input)),
  };
}

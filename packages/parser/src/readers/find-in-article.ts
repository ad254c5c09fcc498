import { findReferences } from '../find-references.ts';
import type { Article } from '../read/read-article.ts';
import type { FoundReference } from './find-in-inputs.ts';

/** Find every reference in an article that has been read, in order. */
export function findInArticle({ source, text, format }: Article): readonly FoundReference[] {
  return findReferences(text, { format }).map(({ kind, range, ...rest }) => {
    return { source, kind, range, line: null, rest: `,${JSON.stringify(rest).slice(1)}` };
  });
}

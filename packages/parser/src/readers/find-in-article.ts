import type { Article } from '../read/read-article.ts';
import type { FoundReference } from './find-in-inputs.ts';
import { writeRest } from './reference-json.ts';

/** Find every reference in an article that has been read, in order. The finders are loaded for that: most inputs need few. */
export async function findInArticle({ source, text, format }: Article): Promise<readonly FoundReference[]> {
  const { findReferences } = await import('../find-references.ts');
  return findReferences(text, { format }).map((reference) => {
    const { kind, range } = reference;
    return { source, kind, range, line: null, rest: writeRest(reference) };
  });
}

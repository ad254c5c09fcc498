import type { Reference } from '@embalm/post';

const nothing: Omit<Reference, 'range'> = {
  kind: 'flattened-embed',
  post: { platform: 'x', id: null },
  handle: null,
  name: null,
  date: null,
  text: null,
  links: [],
  lang: null,
  confidence: 1,
};

/** A reference at the place where a part of the article stands; what a test is about is given. */
export function makeReference(article: string, part: string, changes: Partial<Reference> = {}): Reference {
  const start = article.indexOf(part);
  if (start === -1) throw new RangeError(`The article has no ${JSON.stringify(part)}`);
  return { ...nothing, range: [start, start + part.length], ...changes };
}

export type { FindOptions, InputFormat } from './find-references.ts';
export { findReferences } from './find-references.ts';
export type { PostUrl } from './finders/post-url.ts';
export { parsePostUrl } from './finders/post-url.ts';
export type { ShortLink } from './finders/short-link.ts';
export { parseShortLink } from './finders/short-link.ts';

export type { Article, ReadOptions } from './read/read-article.ts';
export { readArticle } from './read/read-article.ts';
export { expandInputs } from './read/expand-inputs.ts';
export type { InputErrorCode } from './read/input-error.ts';
export { InputError } from './read/input-error.ts';

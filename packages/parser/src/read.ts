export type { Article, ReadOptions } from './read/read-article.ts';
export { readArticle } from './read/read-article.ts';
export { expandInputs } from './read/expand-inputs.ts';
export type { InputErrorCode } from './read/input-error.ts';
export { InputError } from './read/input-error.ts';
export type { FindInInputsOptions, FoundReference, InputProblem } from './readers/find-in-inputs.ts';
export { findInInputs } from './readers/find-in-inputs.ts';
export type { CorpusFormat } from './readers/corpus-format.ts';
export { corpusFormats, isCorpusName } from './readers/corpus-format.ts';

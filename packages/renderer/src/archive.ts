export { embedFromArchive, type EmbedOptions } from './archive/embed-from-archive.ts';
export { encodePicture } from './archive/encode-picture.ts';
export type { ExhibitSource } from './archive/exhibit-source.ts';
export type { MediaProblem } from './archive/media-problem.ts';
export { NoContentError } from './archive/no-content-error.ts';
export { UnwritableFileError } from './archive/unwritable-file-error.ts';
export { type PageOptions, renderArticleFromArchive, type WrittenPage } from './archive/render-article-from-archive.ts';
export { writeFileWhole } from './archive/write-file-whole.ts';

import type { Archive } from '@embalm/store';

/** What is needed of an archive to show its posts. */
export type ExhibitSource = Pick<
  Archive,
  'cacheDirectory' | 'head' | 'history' | 'openBlob' | 'readBlob' | 'readOnly' | 'resolve'
>;

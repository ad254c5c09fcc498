import { listKeys } from '../catalog/list-keys.ts';
import { readEntries } from '../catalog/read-entries.ts';
import { readHeads } from '../checkpoint/read-heads.ts';
import { attestFiles } from '../compare/attest-files.ts';
import { readBlobNames } from '../gc/read-blob-names.ts';
import { readBlobs } from '../verify/read-blobs.ts';
import { readPosts } from '../verify/read-posts.ts';

/** What threads can do. What goes in and what comes out is plain data. */
export interface Tasks {
  readonly attestFiles: typeof attestFiles;
  readonly listKeys: typeof listKeys;
  readonly readBlobNames: typeof readBlobNames;
  readonly readBlobs: typeof readBlobs;
  readonly readEntries: typeof readEntries;
  readonly readHeads: typeof readHeads;
  readonly readPosts: typeof readPosts;
}

/** The functions behind {@link Tasks}. */
export const tasks: Tasks = { attestFiles, listKeys, readBlobNames, readBlobs, readEntries, readHeads, readPosts };

/** One of {@link Tasks}. */
export type TaskName = keyof Tasks;

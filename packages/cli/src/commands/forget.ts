import { parsePostId } from '@embalm/post';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { counted } from '../print/counted.ts';

interface ForgetOptions extends ArchiveOptions, OutputOptions {
  readonly why: string;
  readonly by?: string;
}

/** `embalm forget`: erase a post for good; say in the ledger that it was done, by whom and why. */
export async function forget(text: string, options: ForgetOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { create: false });
  // One that was erased half-way is no longer found.
  const named = parsePostId(text);
  const isErased = named !== null && (await archive.forgotten(named)) !== null;
  const post = isErased ? named : await findPost(text, archive);
  const report = await archive.forget(post, { why: options.why, by: options.by, signal: io.signal });
  if (options.quiet === true) return exitCodes.done;
  const { posts, records, blobs, bytes } = report;
  io.out.line(
    io.out.isTerminal && options.json !== true
      ? `${posts.join(', ')}: ${isErased && records === 0 ? 'forgotten before, ' : ''}${counted(records, 'record')} and ${counted(blobs, 'blob')} (${counted(bytes, 'byte')}) erased`
      : JSON.stringify({ type: 'forgotten', ...report }),
  );
  return exitCodes.done;
}

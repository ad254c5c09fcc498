import { embedFromArchive } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions } from '../options.ts';

/** `embalm embed`: print the HTML of one post, its media inside, ready to be pasted into a page. */
export async function embed(text: string, options: ArchiveOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { readOnly: true });
  io.out.line(await embedFromArchive(archive, await findPost(text, archive), { media: 'data' }));
  return exitCodes.done;
}

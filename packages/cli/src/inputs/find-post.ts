import { parsePostId, type PostId } from '@embalm/post';
import { type Archive, pageIdOf } from '@embalm/store';
import { isWebAddress } from './is-web-address.ts';
import { referenceOfPost } from './reference-of-post.ts';
import { printable } from '../print/printable.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The archived post that a text on the command line names.
 *
 * @param text Its URL, its short link, its `x:ID`, a provisional id, or the bare id; of a web page its URL or `web:ID`.
 * @throws {UsageError} If it names no post, or one that is not in the archive, or was erased on request.
 */
export async function findPost(text: string, archive: Archive): Promise<PostId> {
  const reference = referenceOfPost(text);
  // Of web pages, which lead where they like, the one that was asked for under this URL comes first.
  const page = reference === null && isWebAddress(text) ? [pageIdOf(text)] : [];
  const names = reference?.post.id
    ? [`${reference.post.platform}:${reference.post.id}`]
    : [...page, text, ...(reference?.links ?? [])];
  for (const name of names) {
    const post = await archive.resolve(name);
    if (post !== null) return post;
    const named = parsePostId(name);
    const forgotten = named === null ? null : await archive.forgotten(named);
    if (forgotten !== null) {
      const { post: erased, at, why } = forgotten;
      throw new UsageError(`${erased} was forgotten on ${at.slice(0, 10)} (${printable(why)}). Nothing is kept of it.`);
    }
  }
  throw new UsageError(
    `${archive.directory} holds no post ${JSON.stringify(text)}. \`embalm list\` shows what it holds.`,
  );
}

import { type Author, idOf, type Post } from '@embalm/post';
import { canonicalJson } from '@embalm/store';
import { contentOf } from '../../payloads/payload-reading.ts';
import { type ExportOptions, readXExportPayload } from '../../payloads/read-x-export-payload.ts';
import type { FileTree } from '../file-tree.ts';
import type { ImportJob } from '../import-job.ts';
import { mostPayloadBytes } from '../import-payload.ts';
import { evidenceOf } from '../evidence-of.ts';
import { keepReading } from '../keep-post.ts';
import { createPendingBlob } from '../pending-blob.ts';
import { createMediaShelf } from '../media-shelf.ts';
import { RefusedImportError } from '../refused-import-error.ts';
import type { JsonObject } from '../../payloads/json-object.ts';
import { findNote, readNotes } from './find-note.ts';
import { readAccount } from './read-account.ts';
import { readPart } from './read-part.ts';

const longestJson = 16 * 1024 * 1024;
const mostMediaBytes = 512 * 1024 * 1024;
const postsPattern = /^(?<root>(?:[^/]{1,200}\/)?)data\/(?:tweets?|tweets?-part\d{1,4})\.js$/;
/** What its owner had deleted, which X keeps for a while. */
const deletedPattern = /^(?:[^/]{1,200}\/)?data\/deleted-tweets(?:-part\d{1,4})?\.js$/;
const mediaPattern = /\/(?:deleted_)?(?:tweets?_media)\/(?<id>\d{1,19})-(?<name>[^/]{1,200})$/;

/** Whether files are those of X's data export. */
export function isXExport(paths: readonly string[]): boolean {
  return paths.some((path) => postsPattern.test(path));
}

/**
 * Import the posts of X's data export, with their media.
 *
 * @param at When it was made, if its manifest does not say.
 * @throws {RefusedImportError} If it does not say whose it is.
 */
export async function importXExport(job: ImportJob, tree: FileTree, file: string, at: string): Promise<void> {
  const parts = tree.paths.filter((path) => postsPattern.test(path)).sort();
  const deleted = tree.paths.filter((path) => deletedPattern.test(path)).sort();
  const root = postsPattern.exec(parts[0] ?? '')?.groups?.['root'] ?? '';
  const author = await readAuthor(tree, file, root);
  const madeAt = (await readMadeAt(tree, root)) ?? at;
  const notes = readNotes((await readIfThere(tree, `${root}data/note-tweet.js`)) ?? '');
  const media = Map.groupBy(tree.paths, (path) => mediaPattern.exec(path)?.groups?.['id'] ?? '');
  for (const part of [...parts, ...deleted]) {
    const items = readPart((await tree.read(part, mostPayloadBytes)).toString('utf8'));
    const isDeleted = deletedPattern.test(part);
    if (items.length === 0 && !isDeleted) job.problems.push(`${part} has no posts`);
    for (const item of items) {
      const noteTweet = findNote(item, notes);
      const whole = noteTweet === null ? item : { ...(item as JsonObject), noteTweet };
      await importPost(job, tree, whole, { at: madeAt, author, deleted: isDeleted }, media);
    }
  }
}

async function importPost(
  job: ImportJob,
  tree: FileTree,
  item: unknown,
  options: ExportOptions,
  media: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const reading = readXExportPayload(item, options);
  const post = contentOf(reading);
  if (post === null) return void job.problems.push('an item names no post');
  const shelf = createMediaShelf();
  for (const path of media.get(idOf(post.id)) ?? []) {
    const name = mediaPattern.exec(path)?.groups?.['name'] ?? '';
    const url = urlOf(post, name);
    if (url === null) continue;
    const bytes = await tree.read(path, mostMediaBytes);
    await shelf.put(url, bytes, await job.archive.keep(bytes), null);
  }
  const pending = createPendingBlob(job.archive, Buffer.from(canonicalJson(item)));
  const evidence = evidenceOf('json', pending.ref, null);
  const origin = { at: options.at, asked: null, exchanges: [], evidence, pending: [pending] };
  await keepReading(job, reading, origin, shelf);
}

/** Files of media are named after the post and the end of their URL. */
function urlOf({ media }: Post, name: string): string | null {
  const urls = media.flatMap((one) =>
    one.type === 'photo' ? [one.url] : [one.poster ?? '', ...one.variants.map(({ url }) => url)],
  );
  return urls.find((url) => URL.parse(url)?.pathname.endsWith(`/${name}`)) ?? null;
}

async function readAuthor(tree: FileTree, file: string, root: string): Promise<Author> {
  const path = `${root}data/account.js`;
  const profile = await readIfThere(tree, `${root}data/profile.js`);
  const author = readAccount((await tree.read(path, longestJson)).toString('utf8'), profile);
  if (author === null) throw new RefusedImportError(file, 'it does not say whose posts these are', path);
  return author;
}

async function readMadeAt(tree: FileTree, root: string): Promise<string | null> {
  const manifest = await readIfThere(tree, `${root}data/manifest.js`);
  const date = /"generationDate"\s{0,9}:\s{0,9}"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)"/.exec(
    manifest ?? '',
  )?.[1];
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

async function readIfThere(tree: FileTree, path: string): Promise<string | null> {
  return tree.paths.includes(path) ? (await tree.read(path, longestJson)).toString('utf8') : null;
}

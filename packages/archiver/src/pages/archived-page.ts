import type { Page, PostId } from '@embalm/post';
import { type Archive, pageIdOf, type StoredFile, type StoredSnapshot } from '@embalm/store';
import { findPageReferences, type PageReferences } from './find-page-references.ts';
import { readIfText } from './read-if-text.ts';

/** A page as an archive has it. */
export interface ArchivedPage extends PageReferences {
  readonly post: PostId;
  readonly page: Page;
  /** The document as the browser had it, as HTML. */
  readonly html: string;
  readonly snapshot: StoredSnapshot;
}

/**
 * Read a page from an archive: its newest capture that shows it.
 *
 * @param url Under which it was asked for.
 * @returns `null` if there is none.
 * @throws {DamageError} If a record or a blob cannot be trusted.
 */
export async function readArchivedPage(archive: Archive, url: string): Promise<ArchivedPage | null> {
  const post = pageIdOf(url);
  const head = await archive.head(post);
  const snapshot = head === null ? null : await findPageCapture(head, archive);
  if (snapshot === null) return null;
  const { page = null, files } = snapshot.record;
  const rendered = files['dom.html'];
  if (page === null || rendered === undefined) return null;
  const frames = Object.entries(files).filter(([name]) => name.startsWith('frames/'));
  const html = await readStoredText(rendered, archive);
  const references = findPageReferences({
    rendered: html,
    raw: files['document.html'] === undefined ? null : await readStoredText(files['document.html'], archive),
    frames: await Promise.all(
      frames.map(async ([, file]) => ({ url: file.from ?? '', html: (await readStoredText(file, archive)) ?? '' })),
    ),
  });
  return { post, page, html: html ?? '', snapshot, ...references };
}

/** The newest record of a page that shows it; records after it say what became of it. */
export async function findPageCapture(head: StoredSnapshot, archive: Archive): Promise<StoredSnapshot | null> {
  if (head.record.page) return head;
  let newest: StoredSnapshot | null = null;
  for await (const past of archive.history(head.record.post)) if (past.record.page) newest = past;
  return newest;
}

/**
 * The text of a document that an archive keeps, or `null` if it is no text.
 *
 * @throws {DamageError} If the blob cannot be trusted.
 */
export async function readStoredText(file: StoredFile, archive: Archive): Promise<string | null> {
  const bytes = await archive.readBlob(file.sha256);
  return readIfText(file.from ?? '', bytes, file.mediaType)?.text ?? null;
}

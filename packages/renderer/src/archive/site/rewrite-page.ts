import { createHash } from 'node:crypto';
import { chmod, readFile, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { Reference } from '@embalm/post';
import type { ExhibitSource } from '../exhibit-source.ts';
import { openFolderSink } from '../folder-sink.ts';
import { gatherEmbeds } from '../gather-embeds.ts';
import type { MediaSink } from '../media-sink.ts';
import { replaceFile } from '../replace-file.ts';
import { applyEdits, type Edit, orderEdits } from '../../article/apply-edits.ts';
import type { ArticleOptions } from '../../article/article.ts';
import { findOwnEmbeds } from '../../article/find-own-embeds.ts';
import { overlapsAny } from '../../article/overlaps-any.ts';
import { editArticle } from '../../article/render-article.ts';
import { type Answers, listenTo, saysTheSame } from './made-from.ts';
import type { SitePage } from './site-page.ts';
import type { PageEntry, Rewrite } from './site-manifest.ts';
import { undoRewrite } from './undo-rewrite.ts';

/** What the pages of a site have in common. */
export interface Site {
  readonly archive: ExhibitSource;
  readonly answers: Answers;
  readonly directory: string;
  readonly mediaDirectory: string;
  readonly avif: boolean;
  readonly find: (html: string) => readonly Reference[];
  readonly article: ArticleOptions;
  /** Whether the manifest was written with the same options. */
  readonly isSameWay: boolean;
}

/** What became of a page, and what to keep of it; `null` for what stood in the manifest before. */
export interface RewrittenPage extends SitePage {
  readonly entry: PageEntry | null;
}

/**
 * Put posts into one page of a site, if there is anything to do. A page as it was written before is made again from what it was
 * built as, so that what the archive has by now comes into it, and what it has no longer goes.
 */
export async function rewritePage(site: Site, name: string, earlier: PageEntry | null): Promise<RewrittenPage> {
  const page = join(site.directory, name);
  const done = { page, reason: null, posts: 0, problems: [], entry: null } as const;
  const seen = await stat(page);
  const isSettled = earlier !== null && site.isSameWay && (await saysTheSame(site.answers, earlier));
  if (isSettled && isSameFile(seen, earlier)) return { ...done, outcome: 'same' };
  const bytes = await readFile(page);
  const digest = digestOf(bytes);
  const isSame = earlier?.digest === digest;
  if (isSettled && isSame) return { ...done, outcome: 'same', entry: { ...earlier, ...describeFile(seen) } };
  const current = decode(bytes);
  if (current === null) return { ...done, outcome: 'left', reason: 'encoding' };

  const built = isSame && earlier.rewrite !== null ? undoRewrite(current, earlier.rewrite) : null;
  const isKnown = built !== null && digestOf(Buffer.from(built)) === earlier?.rewrite?.input;
  const text = isKnown ? built : current;
  const listener = listenTo(site.archive);
  const own = findOwnEmbeds(text);
  const references = site.find(text).filter(({ range }) => !overlapsAny(range, own));
  const { embeds, problems } = await gatherEmbeds(listener.archive, references, openSiteSink(site, page));
  const edits = orderEdits(editArticle({ text, format: 'html', source: page }, embeds, site.article));
  const html = Buffer.from(applyEdits(text, edits));
  const rewrite = edits.length === 0 ? null : describeRewrite(text, edits);
  const made = { digest: digestOf(html), ...listener.madeFrom(), rewrite };
  if (made.digest === digest) {
    return { ...done, outcome: 'read', problems, entry: { ...describeFile(seen), ...made } };
  }
  if (!isSameFile(await stat(page), describeFile(seen))) return { ...done, outcome: 'left', reason: 'changed' };
  await replaceFile(page, html);
  await chmod(page, seen.mode);
  const entry = { ...describeFile(await stat(page)), ...made };
  const posts = edits.filter(({ post }) => post !== undefined).length;
  return { ...done, outcome: 'rewritten', posts, problems, entry };
}

/** Media have one place on the web wherever a page is; without one, each page finds them from where it is. */
function openSiteSink({ directory, mediaDirectory, avif, article }: Site, page: string): MediaSink {
  const from = article.mediaPrefix === undefined ? page : join(directory, 'index.html');
  return openFolderSink(from, mediaDirectory, avif);
}

function describeFile({ size, mtimeMs, ctimeMs }: Stats): Pick<PageEntry, 'size' | 'times'> {
  return { size, times: [mtimeMs, ctimeMs] };
}

function isSameFile({ size, mtimeMs, ctimeMs }: Stats, other: Pick<PageEntry, 'size' | 'times'>): boolean {
  return size === other.size && mtimeMs === other.times[0] && ctimeMs === other.times[1];
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const declaredCharset = /<meta\b[^<>]{0,300}\bcharset\s{0,9}=\s{0,9}["']?(?!utf-?8\b)[\w-]/i;
const mostSniffed = 1024;

/** With its byte order mark, so that the same bytes come out; `null` for what is not UTF-8, or says so. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return declaredCharset.test(text.slice(0, mostSniffed)) ? null : text;
  } catch {
    return null;
  }
}

function describeRewrite(text: string, edits: readonly Edit[]): Rewrite {
  return {
    input: digestOf(Buffer.from(text)),
    edits: edits.map(({ range, replacement, post = null }) => ({
      at: range[0],
      original: text.slice(...range),
      length: replacement.length,
      post,
    })),
  };
}

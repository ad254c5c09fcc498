import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../replace-file.ts';
import type { MadeFrom } from './made-from.ts';

/** What is known of a page since it was looked at last. */
export interface PageEntry extends MadeFrom {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds. A file of other times is read, and its digest compared. */
  readonly times: readonly [modified: number, changed: number];
  /** The sha256 of its bytes, in hex. */
  readonly digest: string;
  /** How it was changed since it was built; `null` if it was not. */
  readonly rewrite: Rewrite | null;
}

/** How a page was changed: undone, it is the page as it was built. */
export interface Rewrite {
  /** The sha256 of the page as it was built. */
  readonly input: string;
  /** In the order of the page, none overlapping another. */
  readonly edits: readonly {
    /** Where it begins in the page as it was built, in UTF-16 units. */
    readonly at: number;
    /** What stood there. */
    readonly original: string;
    /** How long what stands there now is, in UTF-16 units. */
    readonly length: number;
    /** The post that came in; `null` for the stylesheet, a script that went, or a link. */
    readonly post: string | null;
  }[];
}

/** What was replaced where in a site. */
export interface SiteManifest {
  /** The options that the pages were made with. */
  readonly settings: string;
  /** By path from the site's folder, parts joined by `/`. */
  readonly pages: ReadonlyMap<string, PageEntry>;
}

/** There is a file in the place of the manifest that is none. */
export class SiteManifestError extends Error {
  override readonly name = 'SiteManifestError';

  readonly path: string;

  constructor(path: string) {
    super(`${path} is no manifest of a site, or one of another version. Move it away; then every page is read again.`);
    this.path = path;
  }
}

/** The manifest's name in the site's folder. */
const fileName = '.embalm-site.json';

/** Read the manifest of a site; `null` if there is none. @throws {SiteManifestError} If it cannot be read as one. */
export async function readSiteManifest(directory: string): Promise<SiteManifest | null> {
  const path = join(directory, fileName);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const read = parse(text);
  if (read === null) throw new SiteManifestError(path);
  return { settings: read.settings, pages: new Map(Object.entries(read.pages)) };
}

/** Write the manifest of a site. */
export async function writeSiteManifest(directory: string, { settings, pages }: SiteManifest): Promise<void> {
  const lines = Array.from(pages, ([page, entry]) => `${JSON.stringify(page)}:${JSON.stringify(entry)}`);
  const head = `{"format":"embalm-site","version":1,"settings":${JSON.stringify(settings)},"pages":{`;
  await replaceFile(join(directory, fileName), `${head}\n${lines.join(',\n')}\n}}\n`);
}

interface Written {
  readonly settings: string;
  readonly pages: Readonly<Record<string, PageEntry>>;
}

function parse(text: string): Written | null {
  try {
    const value: unknown = JSON.parse(text);
    return isWritten(value) ? value : null;
  } catch {
    return null;
  }
}

function isWritten(value: unknown): value is Written {
  if (!isObject(value) || value['format'] !== 'embalm-site' || value['version'] !== 1) return false;
  const { settings, pages } = value;
  return typeof settings === 'string' && isObject(pages) && Object.values(pages).every(isEntry);
}

function isEntry(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['size'] === 'number' &&
    typeof value['digest'] === 'string' &&
    Array.isArray(value['times']) &&
    [value['names'], value['heads'], value['rewrite'] ?? {}].every(isObject)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

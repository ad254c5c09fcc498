import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExhibitSource } from './exhibit-source.ts';
import { formatOf, type ImageUse, quality, sizes } from './image-use.ts';
import type { MadeRendition } from './make-rendition.ts';
import { replaceFile } from './replace-file.ts';

/** Changes when an image comes out otherwise although the settings below are the same. */
const generation = 1;
const nameLength = 24;

/** The name of a rendition: the same for the same original and settings, on every machine. */
export function nameOfRendition(sha256: string, use: ImageUse): string {
  const settings = JSON.stringify([generation, sha256, sizes[use], quality[formatOf(use)]]);
  return `${createHash('sha256').update(settings).digest('hex').slice(0, nameLength)}.${formatOf(use)}`;
}

/**
 * The rendition of an original: from the cache of the archive, or made now and kept there if it may be written. A cache
 * that fails costs time and nothing else.
 *
 * @throws {UnreadableImageError} If the original is no image that can be shown.
 * @throws As `readBlob`.
 */
export async function readRendition(archive: ExhibitSource, sha256: string, use: ImageUse): Promise<MadeRendition> {
  const name = nameOfRendition(sha256, use);
  const path = join(archive.cacheDirectory, 'renditions', name.slice(0, 2), name);
  const cached = await readCached(path);
  if (cached !== null) return cached;
  // Who finds all images in the cache does not wait for a library that makes them.
  const { makeRendition } = await import('./make-rendition.ts');
  const made = await makeRendition(await archive.readBlob(sha256), use);
  if (!archive.readOnly) await writeCached(path, made).catch(() => undefined);
  return made;
}

/** What stands beside a cached image. */
interface Label extends Omit<MadeRendition, 'bytes'> {
  readonly sha256: string;
}

async function writeCached(path: string, { bytes, ...facts }: MadeRendition): Promise<void> {
  const label: Label = { sha256: sha256Of(bytes), ...facts };
  await replaceFile(path, bytes);
  await replaceFile(labelOf(path), Buffer.from(JSON.stringify(label)));
}

/** @returns `null` if it is not there, or not as it was written. */
async function readCached(path: string): Promise<MadeRendition | null> {
  try {
    const [bytes, text] = await Promise.all([readFile(path), readFile(labelOf(path), 'utf8')]);
    const { sha256, width, height, colour } = Object(JSON.parse(text)) as Partial<Record<keyof Label, unknown>>;
    const isSized = Number.isSafeInteger(width) && Number.isSafeInteger(height);
    const isColour = colour === null || (typeof colour === 'string' && /^[0-9a-f]{3}$/.test(colour));
    if (sha256 !== sha256Of(bytes) || !isSized || !isColour) return null;
    return { bytes, width: Number(width), height: Number(height), colour };
  } catch {
    return null;
  }
}

function labelOf(path: string): string {
  return `${path}.json`;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

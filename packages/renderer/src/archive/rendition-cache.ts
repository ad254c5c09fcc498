import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { encodeImage, type Rendition } from './encode-image.ts';
import type { ExhibitSource } from './exhibit-source.ts';
import { formatOf, type ImageUse, quality, sizes } from './image-use.ts';
import { writeFileWhole } from './write-file-whole.ts';

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
export async function readRendition(archive: ExhibitSource, sha256: string, use: ImageUse): Promise<Rendition> {
  const name = nameOfRendition(sha256, use);
  const path = join(archive.cacheDirectory, 'renditions', name.slice(0, 2), name);
  const cached = await readCached(path, formatOf(use));
  if (cached !== null) return cached;
  const made = await encodeImage(await archive.readBlob(sha256), use);
  if (!archive.readOnly) await writeFileWhole(path, made.bytes).catch(() => undefined);
  return made;
}

async function readCached(path: string, wanted: 'avif' | 'webp'): Promise<Rendition | null> {
  try {
    const bytes = await readFile(path);
    const { width, height, format } = await sharp(bytes).metadata();
    // To sharp, AVIF is one of the kinds of HEIF.
    return format === (wanted === 'avif' ? 'heif' : wanted) ? { bytes, width, height } : null;
  } catch {
    return null;
  }
}

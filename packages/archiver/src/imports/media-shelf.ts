import type { Post } from '@embalm/post';
import type { BlobRef, Exchange, MissingFile, StoredFile } from '@embalm/store';
import { measureImage } from '../media/image-size.ts';
import { planMedia, type WantedFile } from '../media/media-plan.ts';
import { detectMediaType, extensionOf } from '../media/media-type.ts';
import { readVideoSize } from '../media/video-ladder.ts';

/** Media that a file holds, found by the URLs of posts. */
export interface MediaShelf {
  /**
   * Remember a file of media; of several sizes the largest counts. What is no image or video is passed over.
   *
   * @param exchange How it came; `null` if the file does not say.
   */
  put(url: string, bytes: Uint8Array, blob: BlobRef, exchange: Exchange | null): Promise<void>;
  /** The files of a post that are here, how they came, and what is not here. */
  filesOf(post: Post): {
    readonly files: Readonly<Record<string, StoredFile>>;
    readonly exchanges: readonly Exchange[];
    readonly missing: readonly MissingFile[];
  };
}

interface Shelved {
  readonly url: string;
  readonly blob: BlobRef;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly exchange: Exchange | null;
}

/** Make an empty shelf. */
export function createMediaShelf(): MediaShelf {
  const shelf = new Map<string, Shelved>();
  return { put, filesOf };

  async function put(url: string, bytes: Uint8Array, blob: BlobRef, exchange: Exchange | null): Promise<void> {
    const key = mediaKey(url);
    const before = shelf.get(key);
    if (before !== undefined && before.blob.bytes >= blob.bytes) return;
    const mediaType = detectMediaType(bytes);
    if (mediaType === 'video/mp4') {
      shelf.set(key, { url, blob, mediaType, ...readVideoSize(url), exchange });
    } else if (mediaType.startsWith('image/')) {
      const size = await measureImage(bytes);
      if (size !== null) shelf.set(key, { url, blob, mediaType, ...size, exchange });
    }
  }

  function filesOf(post: Post): ReturnType<MediaShelf['filesOf']> {
    const wanted = planMedia(post).map((file) => ({ file, found: find(file) }));
    const found = wanted.flatMap(({ file, found: one }) => (one === undefined ? [] : [{ file, one }]));
    return {
      files: Object.fromEntries(
        found.map(({ file, one }) => [`${file.name}.${extensionOf(one.mediaType)}`, stored(file, one)]),
      ),
      exchanges: [...new Set(found.flatMap(({ one }) => one.exchange ?? []))],
      missing: wanted.flatMap(({ file, found: one }) =>
        one === undefined ? [{ url: file.of, reason: 'it is not in the imported file' }] : [],
      ),
    };
  }

  function find({ of, candidates }: WantedFile): Shelved | undefined {
    return [...candidates.map(({ url }) => url), of]
      .map((url) => shelf.get(mediaKey(url)))
      .find((one) => one !== undefined);
  }
}

function stored({ role, of }: WantedFile, { blob, mediaType, url, width, height, exchange }: Shelved): StoredFile {
  return { ...blob, mediaType, role, of, from: exchange === null ? null : url, rung: null, width, height };
}

/** One key for all sizes and formats of an image: its host and path without `:large`, `.jpg` and `_normal`. */
function mediaKey(text: string): string {
  const url = URL.parse(text);
  if (url === null) return text;
  const path = url.pathname
    .replace(/:[a-z0-9]{1,20}$/, '')
    .replace(/\.(?:jpe?g|png|webp|gif)$/i, '')
    .replace(/_(?:normal|bigger|mini|reasonably_small|\d{2,4}x\d{2,4})$/, '');
  return `${url.hostname}${path}`;
}

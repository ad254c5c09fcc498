/** The kinds of files that posts are made of, and the ends of their names. */
const extensions: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['video/mp4', 'mp4'],
]);

/** What a file is called that is none of those it could be. */
export const unknownMediaType = 'application/octet-stream';

/** The end of a file's name, by its media type. */
export function extensionOf(mediaType: string): string {
  return extensions.get(mediaType) ?? 'bin';
}

/** Still images in the same container. */
const heifBrand = /^(?:hei|hev|mif|msf)/;

/**
 * What a file is, by its first bytes: servers say all kinds of things.
 *
 * @param start At least 16 bytes, if there are as many.
 */
export function detectMediaType(start: Uint8Array): string {
  const text = String.fromCharCode(...start.subarray(0, 16));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) !== 'ftyp') return unknownMediaType;
  const brand = text.slice(8, 12);
  if (brand === 'avif' || brand === 'avis') return 'image/avif';
  return heifBrand.test(brand) ? unknownMediaType : 'video/mp4';
}

import { detectMediaType, extensionOf } from '../media-type.ts';

const segmentBoxes: ReadonlySet<string> = new Set(['styp', 'moof', 'sidx', 'emsg', 'prft']);

/** What a part of a stream is, by its first bytes. */
export function partType(start: Uint8Array): { readonly mediaType: string; readonly extension: string } {
  const text = String.fromCharCode(...start.subarray(0, 8));
  if (segmentBoxes.has(text.slice(4))) return { mediaType: 'video/iso.segment', extension: 'm4s' };
  if (start[0] === 0x47) return { mediaType: 'video/mp2t', extension: 'ts' };
  const mediaType = detectMediaType(start);
  return { mediaType, extension: extensionOf(mediaType) };
}

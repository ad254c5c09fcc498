import type { StoredFile } from '@embalm/store';
import type { AssetCaptions } from '../exhibit.ts';
import { cleanCaptions } from './clean-captions.ts';
import { collect } from './collect.ts';
import type { ExhibitSource } from './exhibit-source.ts';
import { dataSink } from './data-sink.ts';
import type { MediaSink } from './media-sink.ts';
import { once } from './once.ts';

/** As much as is ever kept of captions. */
const mostBytes = 2 * 1024 * 1024;

/** Those of some hours of talk. */
const mostBytesWithin = 512 * 1024;

/**
 * Put the captions of a video where its page finds them: within it, for browsers take captions neither from the disk nor, without
 * further ado, from another host, wherever the video is. Longer ones go with the other media. What is no WebVTT is left out.
 */
export async function gatherCaptions(
  archive: ExhibitSource,
  files: readonly StoredFile[],
  sink: MediaSink,
): Promise<readonly AssetCaptions[]> {
  const gathered: AssetCaptions[] = [];
  for (const { sha256, bytes, rung } of files) {
    if (bytes > mostBytes) continue;
    const text = cleanCaptions(Buffer.concat(await collect(archive.openBlob(sha256))).toString('utf8'));
    if (text === null) continue;
    const content = Buffer.from(text);
    const file = { name: `${sha256.slice(0, 24)}.vtt`, mediaType: 'text/vtt', bytes: content.length };
    const place = content.length <= mostBytesWithin ? dataSink : sink;
    const src = await place.put({ ...file, open: () => once(content) });
    if (src !== null) gathered.push({ src, language: rung ?? 'und' });
  }
  return gathered;
}

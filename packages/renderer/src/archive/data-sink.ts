import type { MediaSink } from './media-sink.ts';
import { collect } from './collect.ts';

/** Larger files make a page that no editor takes: 8 MiB. */
const mostBytes = 8 * 1024 * 1024;

/** Media within the page, as `data:` URLs. */
export const dataSink: MediaSink = {
  choice: 'none',
  async put({ mediaType, bytes, open }) {
    if (bytes > mostBytes) return null;
    const content = Buffer.concat(await collect(open()));
    return `data:${mediaType};base64,${content.toString('base64')}`;
  },
};

import { readdirSync, readFileSync } from 'node:fs';
import type { Exhibit } from '@embalm/renderer';
import { readAnyPayload } from '../../packages/archiver/src/payloads/read-any-payload.ts';
import { findCorpus } from '../../packages/archiver/test/shared-corpus.ts';
import { makeImage } from '../../packages/renderer/test/make-image.ts';
import { exhibitOf } from '../support/exhibit-of.ts';

const kinds = ['syndication', 'graphql', 'v1', 'v2', 'oembed', 'gdpr', 'html'];
const at = '2026-11-22T12:00:00.000Z';

/** A recorded payload's post, with a picture for each of its media. */
export interface RecordedPost {
  readonly name: string;
  readonly exhibit: Exhibit;
}

/** All live posts of the payloads that stand beside the repository; none if they are not there. */
export async function readRecordedPosts(): Promise<readonly RecordedPost[]> {
  const bytes = Buffer.from(await makeImage(320, 180, 'webp'));
  const picture = `data:image/webp;base64,${bytes.toString('base64')}`;
  return kinds.flatMap((kind) => {
    const folder = findCorpus(`payloads/${kind}/`, `rendering all recordings of ${kind}`);
    const names = folder === null ? [] : readdirSync(folder).toSorted();
    return names.flatMap((name) => {
      const reading = readAnyPayload(readFileSync(new URL(name, folder ?? ''), 'utf8'), { at });
      return reading.kind === 'live'
        ? [{ name: `${kind}/${name}`, exhibit: exhibitOf(reading.post, at, picture) }]
        : [];
    });
  });
}

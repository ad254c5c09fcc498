import type { PostId } from '@embalm/post';
import type { ExportCounts } from '../export-options.ts';
import type { Payload } from './bag-writer.ts';
import type { ExportBagOptions } from './export-bag.ts';

/** What is known of the posts in a bag. */
export interface BagFacts extends ExportCounts {
  /** The post, if it is one. */
  readonly onlyPost: PostId | null;
  /** When the newest capture was made: ISO 8601 in UTC. */
  readonly newest: string;
}

/** The lines of `bag-info.txt`, with the reserved labels of RFC 8493, section 2.2.2. */
export function bagInfo(
  { posts, snapshots, onlyPost, newest }: BagFacts,
  { files, bytes, manifestSha256 }: Payload,
  { baggingDate, software }: ExportBagOptions,
): readonly string[] {
  const identifier = onlyPost === null ? `sha256:${manifestSha256}` : onlyPost;
  const fields = [
    ['Bagging-Date', baggingDate ?? newest.slice(0, 10)],
    ['Payload-Oxum', `${bytes}.${files}`],
    ['External-Identifier', `urn:embalm:${identifier}`],
    ['External-Description', `${snapshots} captures of ${posts} posts`],
    ['Bag-Software-Agent', `${software.name} ${software.version}`],
  ];
  // A line break would begin another field.
  return fields.map(([label, value = '']) => `${label}: ${value.replaceAll(/[\r\n]+/g, ' ')}\n`);
}

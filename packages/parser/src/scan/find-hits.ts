import { type Hit, readHit } from './hits.ts';
import { leastOverlap, type TextBlock } from './text-block.ts';
import { type ScannedStretch, scanText } from './text-scanner.ts';

/** Where in a part of a text there may be references. */
export interface BlockHits {
  /** In order; those around the part only if they can matter. */
  readonly hits: readonly Hit[];
  /** What the look at the part has told besides. */
  readonly part: ScannedStretch;
  /** Whether there are any so near to an end of the part that more of what stands around it counts than `leastOverlap`. */
  readonly reachOut: boolean;
}

/** A signature looks back over so many bytes at most, and a link before them reaches so far ahead, and some. */
const farthest = 1 << 15;

/** Look for places in a part of a text, and around it as far as that can matter. */
export function findHits({ bytes, from, to }: TextBlock): BlockHits {
  const hits: Hit[] = [];
  const onPlace = (at: number): void => {
    const hit = readHit(bytes, at);
    if (hit !== null) hits.push(hit);
  };
  scanText(bytes, Math.max(0, from - leastOverlap), from, onPlace);
  const before = hits.length;
  const part = scanText(bytes, from, to, onPlace);
  const first = hits.at(0)?.at ?? to;
  const last = hits.at(-1)?.at ?? 0;
  const reachOut = hits.length > 0 && (first < from + farthest || last >= to - farthest);
  if (!reachOut) return { hits, part, reachOut };
  scanText(bytes, to, bytes.length, onPlace);
  const behind = hits.splice(0).slice(before);
  scanText(bytes, 0, from, onPlace);
  return { hits: hits.concat(behind), part, reachOut };
}

import { addressTrace } from './traces/address-trace.ts';
import { datedLinkTrace } from './traces/dated-link-trace.ts';
import { elementTrace, escapedElementTrace } from './traces/element-trace.ts';
import { encodedStartTrace, encodedTrace } from './traces/encoded-trace.ts';
import { openEscapeTrace } from './traces/escape-trace.ts';
import { brokenLinkTrace, linkTrace, otherLinkTrace } from './traces/link-trace.ts';
import { nameTrace, otherNameTrace, twitterTrace } from './traces/name-traces.ts';
import {
  braceTrace,
  bracketTrace,
  codeTrace,
  colonTrace,
  otherBracketTrace,
  wordTrace,
} from './traces/shortcode-traces.ts';
import { nodeTrace } from './traces/node-trace.ts';
import { signatureTrace } from './traces/signature-trace.ts';
import type { Trace } from './traces/trace.ts';
import { openTrigramFinder } from './trigram-finder.ts';

const escapeTrace = openEscapeTrace((bytes) => hasTrace(bytes, false));

/** All that finders look for, by what it leaves. So together they are least often looked at twice, on pages of the web. */
const tables: readonly (readonly Trace[])[] = [
  [linkTrace],
  [otherLinkTrace, twitterTrace],
  [brokenLinkTrace],
  [signatureTrace],
  [escapeTrace],
  [bracketTrace, otherBracketTrace],
  [braceTrace],
  [codeTrace, colonTrace],
  [wordTrace],
  [nameTrace, addressTrace],
  [otherNameTrace],
  [elementTrace],
  [escapedElementTrace],
  [encodedTrace],
  [encodedStartTrace],
  [nodeTrace, datedLinkTrace],
];
const traces = tables.flat();
const findTrigram = openTrigramFinder(
  tables.flatMap((alike, table) => alike.map(({ trigrams }) => ({ trigrams, table }))),
);

/** So many places to look at, and one more in so many bytes, take longer than to look for references. */
const mostPlaces = 5000;
const bytesToPlace = 50;

/**
 * Whether a finder can find something in a record, be it text, HTML, or either of them in JSON. It may be wrong only in
 * saying so. In bytes of any encoding that has ASCII as it is.
 */
export function mayHaveReferences(bytes: Buffer): boolean {
  return hasTrace(bytes, true);
}

/** @param withEscapes Whether escapes count: in what has been read without them they do not, for that would have no end. */
function hasTrace(bytes: Buffer, withEscapes: boolean): boolean {
  const seen = traces.map(() => 0);
  let left = mostPlaces + bytes.length / bytesToPlace;
  return findTrigram(bytes, (at, group) => {
    const trace = traces[group];
    if (trace === undefined || at < (seen[group] ?? 0) || (trace === escapeTrace && !withEscapes)) return false;
    if (trace.looksLike?.(bytes, at) === false) return false;
    left -= 1;
    if (left < 0 || trace.isAt(bytes, at)) return true;
    seen[group] = at + (trace.reach ?? 0);
    return false;
  });
}

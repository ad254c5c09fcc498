import { linkHost, linkHostEnd } from '../platforms/x.ts';

/** A place in a text where there may be a reference: what every reference of a kind has, in UTF-16 units of the text. */
interface Trigger {
  /** `(@` in a signature, the bracket that a shortcode begins with, or the host of a link. */
  readonly kind: 'signature' | 'shortcode' | 'link';
  readonly start: number;
  /** A host ends behind its slash. */
  readonly end: number;
}

/** Gives the first trigger that ends behind a place, or `null` if there are no more. Places must not decrease. */
export type NextTrigger = (from: number) => Trigger | null;

const source = String.raw`\((?=@)|\[(?=[a-z])|\{(?=[{%ty])|${linkHostEnd}(?<=(${linkHost}))`;
const anywhere = new RegExp(source, 'gi');
const exactly = new RegExp(source, 'iy');

/** All triggers of a text. It is scanned once. */
export function findTriggers(text: string): NextTrigger {
  let done = 0;
  return (from) => {
    anywhere.lastIndex = Math.max(done, from);
    const match = anywhere.exec(text);
    done = anywhere.lastIndex;
    return match === null ? null : toTrigger(match);
  };
}

/** The triggers at some places of a text, which somebody has found by other means. They must be in order. */
export function readTriggers(text: string, places: readonly number[]): NextTrigger {
  let next = 0;
  return (from) => {
    while (next < places.length) {
      const place = places[next] ?? 0;
      next += 1;
      if (place < from) continue;
      exactly.lastIndex = place;
      const match = exactly.exec(text);
      if (match !== null) return toTrigger(match);
    }
    return null;
  };
}

function toTrigger(match: RegExpExecArray): Trigger {
  const end = match.index + match[0].length;
  const host = match[1];
  if (host !== undefined) return { kind: 'link', start: end - host.length, end };
  return { kind: match[0] === '(' ? 'signature' : 'shortcode', start: match.index, end };
}

const head = /^\u{FEFF}?WEBVTT(?:[ \t][^\n]*)?(?:\r?\n|$)/u;

/**
 * Put the parts of captions (WebVTT) together into one file: of all but the first what stands before their first cue is left
 * out. The times of parts count from the beginning of the video (RFC 8216 §3.5).
 *
 * @returns `null` if one of them is no WebVTT.
 */
export function joinCaptions(parts: readonly string[]): string | null {
  const [first, ...others] = parts;
  if (first === undefined || !parts.every((part) => head.test(part))) return null;
  if (others.length === 0) return first;
  return [first.trimEnd(), ...others.map(cuesOf)].filter((text) => text !== '').join('\n\n') + '\n';
}

/** Blocks stand apart by empty lines; the first is the head, with what belongs to it. */
function cuesOf(part: string): string {
  const [, ...blocks] = part
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split(/\n{2,}/);
  return blocks.join('\n\n');
}

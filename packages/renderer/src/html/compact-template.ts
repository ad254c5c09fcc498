/** Stands for a hole while a template is worked on; no template contains it. */
const hole = '\u{FFFC}';
const tagOrBreak = /<[^<>]*>|\n\s*/g;
const quotedOrSpace = /("[^"]*")|\s+(\u{FFFC}|\/?>)?/gu;

/**
 * Take the layout of the source out of a template: line breaks and indentation between tags; in tags, white space but
 * for one space before an attribute, and none before a hole, since attributes bring their own.
 */
export function compactTemplate(parts: readonly string[]): readonly string[] {
  const compact = parts
    .join(hole)
    .replaceAll(tagOrBreak, (match) => (match.startsWith('<') ? match.replaceAll(quotedOrSpace, compactSpace) : ''));
  return compact.split(hole);
}

function compactSpace(_match: string, quoted: string | undefined, next: string | undefined): string {
  if (quoted !== undefined) return quoted;
  if (next === undefined) return ' ';
  return next === hole ? hole : '>';
}

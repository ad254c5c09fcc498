import type { Range } from '@embalm/post';
import { endOfLine } from './look-around.ts';

const fence = /^ {0,3}(?<marks>`{3,}|~{3,})/;

/** Find what of a Markdown file is no Markdown, in order: the front matter of Hugo and Jekyll, and fenced code. */
export function findUnmarked(text: string): readonly Range[] {
  const head = endOfFrontMatter(text);
  const found: Range[] = head === 0 ? [] : [[0, head]];
  let open: { readonly start: number; readonly marks: string } | null = null;
  for (let at = head; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const match = fence.exec(line);
    const marks = match?.groups?.['marks'] ?? '';
    const rest = line.slice(match?.[0].length ?? 0);
    if (open === null) {
      // A line such as ```code``` is a span of code.
      if (marks !== '' && !(marks.startsWith('`') && rest.includes('`'))) open = { start: at, marks };
    } else if (marks.startsWith(open.marks) && rest.trim() === '') {
      found.push([open.start, end]);
      open = null;
    }
    at = end + 1;
  }
  return open === null ? found : [...found, [open.start, text.length]];
}

function endOfFrontMatter(text: string): number {
  const marks = /^(?:---|\+\+\+)(?=[ \t]{0,99}\r?\n)/.exec(text)?.[0];
  const close = marks === undefined ? -1 : text.indexOf(`\n${marks}`, marks.length);
  return close === -1 ? 0 : Math.min(text.length, endOfLine(text, close + 1) + 1);
}

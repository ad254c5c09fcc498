import { readdirSync, readFileSync } from 'node:fs';
import type { Range } from '@embalm/post';
import type { InputFormat } from '../src/find-references.ts';

/** An input, and what is to be found in it. */
export interface Case {
  readonly file: string;
  readonly title: string;
  readonly format: InputFormat;
  readonly input: string;
  /** Where the references are; none in what is to be left alone. */
  readonly ranges: readonly Range[];
  /** What each must have, as far as the case says. */
  readonly expected: readonly Readonly<Record<string, unknown>>[];
}

const folder = new URL('./cases/', import.meta.url);
const arrow = /^-> (?<kind>[\w-]+) (?<platform>\w+):(?<id>\S+)(?: @(?<handle>\S+))?(?<rest>.*)$/;

/**
 * Read the cases, which are data: `test/cases/*.txt`.
 *
 * A case begins with a line `## title [formats]`, has its input, with `«` and `»` around each reference, and for each
 * a line `-> kind platform:id @handle {"more": "members, in JSON"}`; the id of one that has none is `?`.
 */
export function readCases(): readonly Case[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.toSorted().flatMap((file) => {
    const sections = readFileSync(new URL(file, folder), 'utf8').split(/^## /m).slice(1);
    return sections.flatMap((section) => readSection(file, section));
  });
}

function readSection(file: string, section: string): readonly Case[] {
  const [head = '', ...lines] = section.trimEnd().split('\n');
  const groups = /^(?<title>.*) \[(?<formats>[a-z ]+)\]$/.exec(head)?.groups;
  if (groups === undefined) throw new SyntaxError(`${file}: no formats behind "${head}"`);
  const expected = lines.filter((line) => line.startsWith('-> ')).map((line) => readExpected(file, line));
  const marked = lines
    .filter((line) => !line.startsWith('-> '))
    .join('\n')
    .trimEnd();
  const ranges: Range[] = [];
  const parts = marked.split(/[«»]/);
  let length = 0;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) ranges.push([length, length + part.length]);
    length += part.length;
  }
  if (ranges.length !== expected.length) throw new SyntaxError(`${file}: "${head}" marks ${ranges.length}`);
  const formats = (groups['formats'] ?? '').split(' ') as InputFormat[];
  return formats.map((format) => ({
    file,
    title: groups['title'] ?? '',
    format,
    input: parts.join(''),
    ranges,
    expected,
  }));
}

function readExpected(file: string, line: string): Readonly<Record<string, unknown>> {
  const groups = arrow.exec(line)?.groups;
  if (groups === undefined) throw new SyntaxError(`${file}: cannot read ${line}`);
  const { kind, platform, id, handle, rest = '' } = groups;
  const more = rest.trim() === '' ? {} : (JSON.parse(rest) as Readonly<Record<string, unknown>>);
  return {
    kind,
    post: { platform, id: id === '?' ? null : id },
    ...(handle === undefined ? {} : { handle }),
    ...more,
  };
}

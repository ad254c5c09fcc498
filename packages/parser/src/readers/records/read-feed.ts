import { Parser } from 'htmlparser2';
import { type ByteReader, toChunks } from '../bytes/byte-reader.ts';
import type { InputRecord } from '../work.ts';

/** Where entries of RSS and Atom have their text, the fullest first. */
const textElements = ['content:encoded', 'content', 'description', 'summary'] as const;
const entryElements: ReadonlySet<string> = new Set(['item', 'entry']);

/** Read RSS or Atom, in UTF-8: every entry is a record, and its text is the markup it holds. */
export async function* readFeed(reader: ByteReader, field: string | null): AsyncGenerator<InputRecord> {
  const wanted: readonly string[] = field === null ? textElements : [field];
  const done: InputRecord[] = [];
  let number = 0;
  let entry: Map<string, string> | null = null;
  let element: string | null = null;
  let depth = 0;
  let text: string[] = [];

  const parser = new Parser(
    {
      onopentagname(name) {
        if (element !== null) depth += 1;
        else if (entry !== null && wanted.includes(name)) element = name;
        else if (entryElements.has(name)) entry = new Map();
        if (element === name && depth === 0) text = [];
      },
      ontext(data) {
        if (element !== null) text.push(data);
      },
      onclosetag(name) {
        if (element !== null && depth > 0) depth -= 1;
        else if (element === name) {
          if (!entry?.has(name)) entry?.set(name, text.join(''));
          element = null;
        } else if (entry !== null && entryElements.has(name)) {
          number += 1;
          const content = wanted.map((candidate) => entry?.get(candidate) ?? '').find((found) => found.trim() !== '');
          if (content !== undefined) done.push({ number, content, format: 'html', charset: null });
          entry = null;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of toChunks(reader, 1 << 17)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* done.splice(0);
  }
  parser.end();
  yield* done.splice(0);
}

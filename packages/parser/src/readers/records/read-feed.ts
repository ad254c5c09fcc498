import { Tokenizer } from 'htmlparser2';
import { type ByteReader, toChunks } from '../bytes/byte-reader.ts';
import type { RecordProblem } from '../findings.ts';
import type { InputRecord } from '../work.ts';
import { gatherText, type TextGatherer } from './gather-text.ts';
import { mostRecordBytes, tooLong } from './record-limit.ts';
import { openSourceWindow } from './source-window.ts';

/** Where entries of RSS and Atom have their text, the fullest first. */
const textElements = ['content:encoded', 'content', 'description', 'summary'] as const;
const entryElements: ReadonlySet<string> = new Set(['item', 'entry']);

/** An entry that is open, and its texts by their elements. */
interface OpenEntry {
  readonly name: string;
  readonly texts: Map<string, string>;
  isTooLong: boolean;
}

/** An element with text that is open. */
interface OpenText {
  readonly name: string;
  readonly gathered: TextGatherer;
  /** How many elements of its name are open, itself included. */
  depth: number;
}

/**
 * Read RSS or Atom, in UTF-8: every entry is a record, and its text is the markup it holds, be it escaped or not. What is never
 * closed ends where its entry does, or the next one begins. An entry that is too long is told, and passed over; so is all that
 * is behind a comment, a tag or the like that is longer than a record may be.
 *
 * There is no tree, nor a list of what is open: a feed that opens elements without end would fill it.
 */
export async function* readFeed(
  reader: ByteReader,
  field: string | null,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<InputRecord> {
  const wanted: readonly string[] = field === null ? textElements : [field];
  const source = openSourceWindow();
  const done: InputRecord[] = [];
  let number = 0;
  let entry: OpenEntry | null = null;
  let open: OpenText | null = null;
  let tag = '';
  let tagStart = 0;

  const endText = (): void => {
    if (open === null || entry === null) return;
    const text = open.gathered.finish();
    if (text === null) entry.isTooLong = true;
    else if (!entry.texts.has(open.name)) entry.texts.set(open.name, text);
    open = null;
  };
  const endEntry = (): void => {
    if (entry === null) return;
    endText();
    number += 1;
    const { texts, isTooLong } = entry;
    entry = null;
    const content = wanted.map((candidate) => texts.get(candidate) ?? '').find((text) => text.trim() !== '');
    if (isTooLong) onProblem({ record: number, message: tooLong() });
    else if (content !== undefined) done.push({ number, content, format: 'html', charset: null });
  };
  const openTag = (end: number): void => {
    if (entryElements.has(tag)) {
      endEntry();
      entry = { name: tag, texts: new Map(), isTooLong: false };
    } else if (open !== null) {
      if (tag === open.name) open.depth += 1;
      open.gathered.add(source.slice(tagStart, end));
    } else if (entry !== null && wanted.includes(tag)) {
      open = { name: tag, gathered: gatherText(), depth: 1 };
    }
    source.drop(end);
  };
  const closeTag = (closed: string, start: number, end: number): void => {
    if (entry?.name === closed) endEntry();
    else if (open?.name === closed && open.depth === 1) endText();
    else if (open !== null) {
      if (open.name === closed) open.depth -= 1;
      open.gathered.add(source.slice(start, end));
    }
    source.drop(end);
  };
  const ignore = (_start: number, end: number): void => source.drop(end);

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = source.slice(start, end);
        tagStart = start - 1;
      },
      onopentagend: (end) => openTag(end + 1),
      onselfclosingtag(end) {
        openTag(end + 1);
        closeTag(tag, end + 1, end + 1);
      },
      onclosetag: (start, end) => closeTag(source.slice(start, end), start - 2, end + 1),
      ontext(start, end) {
        open?.gathered.add(source.slice(start, end));
        source.drop(end);
      },
      ontextentity(codePoint, end) {
        open?.gathered.add(String.fromCodePoint(codePoint));
        source.drop(end);
      },
      oncdata(start, end, endLength) {
        open?.gathered.add(source.slice(start, end - endLength));
        source.drop(end);
      },
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onattribname() {},
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      onend() {},
    },
  );
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of toChunks(reader, 1 << 17)) {
    const text = decoder.decode(chunk, { stream: true });
    source.add(text);
    if (source.length > mostRecordBytes) {
      onProblem({ record: null, message: `a tag, a comment or the like: ${tooLong()} So is what is behind it.` });
      break;
    }
    tokenizer.write(text);
    yield* done.splice(0);
  }
  tokenizer.end();
  endEntry();
  yield* done.splice(0);
}

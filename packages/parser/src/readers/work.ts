import type { InputFormat } from '../find-references.ts';
import type { TextBlock } from '../scan/text-block.ts';

/** A piece of an input, as it is handed to whoever looks for references in it. Plain data: it may go to another thread. */
export type Work = FileWork | TextWork | LinesWork | RecordsWork;

/** A part of a long text in a file. Whoever looks for references in it reads it, too: nothing is copied for that. */
export interface FileWork {
  readonly kind: 'file';
  readonly path: string;
  /** Where the text begins and ends in the file: behind a byte order mark. */
  readonly text: Extent;
  /** The part: from the character around its first byte up to the one around its last. */
  readonly part: Extent;
  readonly countLines: boolean;
}

/** Bytes of a file, the last excluded. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A part of one long text. */
export interface TextWork extends TextBlock {
  readonly kind: 'text';
  /** Whether lines are to be counted: that takes as long as all the rest. */
  readonly countLines: boolean;
}

/** Whole lines of JSON Lines, in UTF-8. */
export interface LinesWork {
  readonly kind: 'lines';
  readonly bytes: Buffer;
  /** See {@link selectText}. */
  readonly field: string | null;
}

/** Records that have been taken apart. */
export interface RecordsWork {
  readonly kind: 'records';
  readonly records: readonly InputRecord[];
}

/** One record of an input. */
export interface InputRecord {
  /** From 1; `null` if the record is the whole input. */
  readonly number: number | null;
  /** Text, or bytes whose encoding is told by themselves or by {@link InputRecord.charset}. */
  readonly content: string | Buffer;
  /** `null` to tell it by how the content begins. */
  readonly format: InputFormat | null;
  /** What the record's HTTP header says of its encoding. */
  readonly charset: string | null;
}

/** The memory that a piece is in, if all of that is its own: it can go to another thread, or be freed. */
export function memoryOf(work: Work): ReadonlySet<ArrayBuffer> {
  switch (work.kind) {
    case 'file':
      return new Set();
    case 'text':
    case 'lines':
      return new Set(toMemory(work.bytes));
    case 'records':
      return new Set(work.records.flatMap(({ content }) => toMemory(content)));
  }
}

function toMemory(content: string | Uint8Array): readonly ArrayBuffer[] {
  return typeof content === 'string' || !(content.buffer instanceof ArrayBuffer) ? [] : [content.buffer];
}

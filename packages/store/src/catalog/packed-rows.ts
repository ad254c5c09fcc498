import type { EntryRows } from './entry-rows.ts';

/**
 * Rows on their way from one thread to another, as one text: writing and reading that takes a third of what copying the
 * objects takes.
 */
export type PackedRows = string & { readonly packs: EntryRows };

/** Gathers rows. */
export interface RowPacker {
  add(rows: EntryRows): void;
  pack(): PackedRows;
}

/**
 * Make what writes rows as a text. Each post's is written at once: objects that are kept until many posts have been read
 * take the collector of garbage longer than all else takes.
 */
export function createRowPacker(): RowPacker {
  const packed: string[] = [];
  return {
    add: (rows) => void packed.push(JSON.stringify(rows)),
    pack: () => `[${packed.join(',')}]` as PackedRows,
  };
}

/** Read what a packer of this program wrote. */
export function unpackRows(packed: PackedRows): readonly EntryRows[] {
  return JSON.parse(packed) as readonly EntryRows[];
}

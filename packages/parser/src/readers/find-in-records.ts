import { findReferences } from '../find-references.ts';
import { detectFormat } from '../read/article-format.ts';
import { decode, findEncoding, readByteOrderMark } from '../read/decode.ts';
import { mayHaveReferences } from '../scan/may-have-references.ts';
import type { Findings } from './findings.ts';
import { openColumns } from './found-columns.ts';
import type { RecordsWork } from './work.ts';

/** Find the references in records. Those with nothing in them that a finder looks for are not even decoded. */
export function findInRecords({ records }: RecordsWork): Findings {
  const columns = openColumns();
  let replaced = 0;
  for (const { number, content, format, charset } of records) {
    if (typeof content !== 'string' && isPlain(content, charset) && !mayHaveReferences(content)) continue;
    const kind = format ?? detectFormat('', content.slice(0, 2048).toString());
    const { text, replacements } =
      typeof content === 'string'
        ? { text: content, replacements: 0 }
        : decode(content, kind === 'html' ? 'html' : 'text', charset);
    replaced += replacements;
    for (const reference of findReferences(text, { format: kind })) columns.add(reference, number);
  }
  return {
    found: columns.take(),
    units: 0,
    lines: 0,
    records: records.length,
    replacements: replaced,
    problems: [],
    rest: null,
  };
}

/** Whether what finders look for stands in the bytes as it does in the text. It does in all encodings but these. */
function isPlain(content: Buffer, charset: string | null): boolean {
  return !/^(?:utf-16|iso-2022-jp)/.test(readByteOrderMark(content) ?? findEncoding(charset) ?? '');
}

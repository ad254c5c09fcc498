import { findReferences } from '../find-references.ts';
import { detectFormat } from '../read/article-format.ts';
import { decode, findEncoding, readByteOrderMark } from '../read/decode.ts';
import { mayHaveReferences } from '../scan/may-have-references.ts';
import { scanBlock } from '../scan/scan-block.ts';
import { findInLines } from './find-in-lines.ts';
import { type Finding, type Findings, toFinding } from './findings.ts';
import { countLines } from './count-lines.ts';
import type { RecordsWork, Work } from './work.ts';

/** Find the references in a piece of an input. Never throws, whatever the piece. */
export function findInWork(work: Work): Findings {
  switch (work.kind) {
    case 'text': {
      const { references, units, replacements } = scanBlock(work);
      const lineAt = work.countLines ? countLines(work) : null;
      const found = references.map((reference) => toFinding(reference, null, lineAt?.(reference.range[0])));
      return { found, units, lines: lineAt?.(units) ?? 0, records: 0, replacements, problems: [] };
    }
    case 'lines':
      return findInLines(work);
    case 'records':
      return findInRecords(work);
  }
}

function findInRecords({ records }: RecordsWork): Findings {
  const found: Finding[] = [];
  let replaced = 0;
  for (const { number, content, format, charset } of records) {
    if (typeof content !== 'string' && isPlain(content, charset) && !mayHaveReferences(content)) continue;
    const head = format ?? detectFormat('', content.slice(0, 2048).toString());
    const { text, replacements } =
      typeof content === 'string' ? { text: content, replacements: 0 } : decode(content, head, charset);
    replaced += replacements;
    for (const reference of findReferences(text, { format: head })) found.push(toFinding(reference, number));
  }
  return { found, units: 0, lines: 0, records: records.length, replacements: replaced, problems: [] };
}

/** Whether what finders look for stands in the bytes as it does in the text. It does in all encodings but these. */
function isPlain(content: Buffer, charset: string | null): boolean {
  return !/^(?:utf-16|iso-2022-jp)/.test(readByteOrderMark(content) ?? findEncoding(charset) ?? '');
}

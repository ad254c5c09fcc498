import { findReferences } from '../find-references.ts';
import { detectFormat } from '../read/article-format.ts';
import { decode } from '../read/decode.ts';
import { mayHaveReferences } from '../scan/may-have-references.ts';
import type { Findings, RecordProblem } from './findings.ts';
import { openColumns } from './found-columns.ts';
import { describeMissingText, selectText } from './records/select-text.ts';
import type { LinesWork } from './work.ts';

const lineFeed = 0x0a;

/** How a line begins and ends that can be taken for an object without a look at the rest. */
const ordinaryStart = /^\{"/;
const ordinaryEnd = /["\d\]}el]\}\r?$/;

/**
 * Find the references in lines of JSON. Records count from 1. Lines that look ordinary and have nothing in them that a
 * finder looks for are not parsed.
 */
export function findInLines({ bytes, field }: LinesWork): Findings {
  const columns = openColumns();
  const problems: RecordProblem[] = [];
  let replaced = 0;
  let record = 0;
  for (let start = 0; start < bytes.length;) {
    const lineEnd = bytes.indexOf(lineFeed, start);
    const line = bytes.subarray(start, lineEnd === -1 ? bytes.length : lineEnd);
    start += line.length + 1;
    record += 1;
    if (isOrdinary(line) && !mayHaveReferences(line)) continue;
    const { text: source, replacements } = decode(line, 'text');
    if (source.trim() === '') continue;
    replaced += replacements;
    const text = readText(source, field);
    if (typeof text !== 'string') {
      problems.push({ record, message: text.problem });
      continue;
    }
    for (const reference of findReferences(text, { format: detectFormat('', text) })) {
      columns.add(reference, record);
    }
  }
  return { found: columns.take(), units: 0, lines: 0, records: record, replacements: replaced, problems, rest: null };
}

function isOrdinary(line: Buffer): boolean {
  const { length } = line;
  return (
    ordinaryStart.test(line.toString('latin1', 0, 2)) &&
    ordinaryEnd.test(line.toString('latin1', Math.max(0, length - 3), length))
  );
}

function readText(source: string, field: string | null): string | { readonly problem: string } {
  try {
    return selectText(JSON.parse(source), field) ?? { problem: describeMissingText(field) };
  } catch (error) {
    return { problem: `not valid JSON: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

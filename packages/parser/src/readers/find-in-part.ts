import type { Reference } from '@embalm/post';
import { type BlockHits, findHits } from '../scan/find-hits.ts';
import { scanBlock } from '../scan/scan-block.ts';
import { countLines } from './count-lines.ts';
import type { Findings } from './findings.ts';
import { type ColumnWriter, openColumns } from './found-columns.ts';
import type { TextWork } from './work.ts';

/** What a part of a long text is made of. */
export type PartCounts = Pick<Findings, 'units' | 'lines' | 'replacements'>;

/** Find the references in a part of a long text. */
export async function findInPart(work: TextWork): Promise<Findings> {
  const columns = openColumns();
  const counts = await addPart(columns, { units: 0, lines: 0 }, work);
  return { found: columns.take(), ...counts, records: 0, problems: [], rest: null };
}

/**
 * Add the references in a part of a long text to columns.
 *
 * @param before What has gone before it since the columns began.
 */
export async function addPart(
  columns: ColumnWriter,
  before: Pick<PartCounts, 'units' | 'lines'>,
  work: TextWork,
  hits: BlockHits = findHits(work),
): Promise<PartCounts> {
  const lineAt = work.countLines ? countLines(work) : null;
  const found = (reference: Reference, offset: number): void => {
    const line = lineAt === null ? null : before.lines + lineAt(reference.range[0] + offset);
    columns.add(reference, null, before.units + offset, line);
  };
  const { units, replacements } = await scanBlock(work, found, hits);
  return { units, lines: lineAt?.(units) ?? 0, replacements };
}

import type { Reference } from '@embalm/post';
import { type BlockHits, findHits } from '../scan/find-hits.ts';
import { scanBlock } from '../scan/scan-block.ts';
import { countLines } from './count-lines.ts';
import type { Findings } from './findings.ts';
import { openColumns } from './found-columns.ts';
import type { TextWork } from './work.ts';

/** Find the references in a part of a long text. */
export async function findInPart(work: TextWork, hits: BlockHits = findHits(work)): Promise<Findings> {
  const lineAt = work.countLines ? countLines(work) : null;
  const columns = openColumns();
  const found = (reference: Reference, offset: number): void =>
    columns.add(reference, null, offset, lineAt?.(reference.range[0] + offset));
  const { units, replacements } = await scanBlock(work, found, hits);
  return { found: columns.take(), units, lines: lineAt?.(units) ?? 0, records: 0, replacements, problems: [] };
}

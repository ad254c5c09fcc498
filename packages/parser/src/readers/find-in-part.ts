import { scanBlock } from '../scan/scan-block.ts';
import { countLines } from './count-lines.ts';
import type { Findings } from './findings.ts';
import { openColumns } from './found-columns.ts';
import type { TextWork } from './work.ts';

/** Find the references in a part of a long text. */
export async function findInPart(work: TextWork): Promise<Findings> {
  const lineAt = work.countLines ? countLines(work) : null;
  const columns = openColumns();
  const { units, replacements } = await scanBlock(work, (reference, offset) => {
    columns.add(reference, null, offset, lineAt?.(reference.range[0] + offset));
  });
  return { found: columns.take(), units, lines: lineAt?.(units) ?? 0, records: 0, replacements, problems: [] };
}

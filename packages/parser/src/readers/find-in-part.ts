import { scanBlock } from '../scan/scan-block.ts';
import { countLines } from './count-lines.ts';
import { type Finding, type Findings, toFinding } from './findings.ts';
import type { TextWork } from './work.ts';

/** Find the references in a part of a long text. */
export async function findInPart(work: TextWork): Promise<Findings> {
  const lineAt = work.countLines ? countLines(work) : null;
  const found: Finding[] = [];
  const { units, replacements } = await scanBlock(work, (reference) => {
    found.push(toFinding(reference, null, lineAt?.(reference.range[0])));
  });
  return { found, units, lines: lineAt?.(units) ?? 0, records: 0, replacements, problems: [] };
}

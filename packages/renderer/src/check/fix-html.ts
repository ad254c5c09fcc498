import { checkHtml } from './check-html.ts';
import type { CheckOptions, Edit, Finding } from './finding.ts';

/** A page without what could be taken out of it. */
export interface FixedPage {
  readonly text: string;
  /** How many findings were taken out. */
  readonly fixed: number;
  /** What is left; places are those of the new text. */
  readonly findings: readonly Finding[];
}

/** Taking one thing out may uncover another, as a second attribute of the same name; never many times in one page. */
const mostPasses = 10;

/**
 * Take out of a page what runs, loads or leaks: scripts and hints as whole elements, handlers and addresses as attributes,
 * addresses in CSS by an empty one. Every other byte stays.
 */
export function fixHtml(original: string, options: CheckOptions = {}): FixedPage {
  let text = original;
  let fixed = 0;
  let findings = checkHtml(text, options);
  for (let pass = 0; pass < mostPasses && findings.some(({ fix }) => fix !== null); pass += 1) {
    const edits = chooseEdits(findings);
    text = applyEdits(text, edits);
    fixed += edits.length;
    findings = checkHtml(text, options);
  }
  return { text, fixed, findings };
}

/** The outermost of edits that contain each other, in the order of the page. */
function chooseEdits(findings: readonly Finding[]): readonly Edit[] {
  const edits = findings.flatMap(({ fix }) => (fix === null ? [] : [fix]));
  const chosen: Edit[] = [];
  let end = 0;
  for (const edit of edits.toSorted(({ range: left }, { range: right }) => left[0] - right[0] || right[1] - left[1])) {
    if (edit.range[0] < end) continue;
    chosen.push(edit);
    end = edit.range[1];
  }
  return chosen;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { range, text: replacement } of edits) {
    parts.push(text.slice(end, range[0]), replacement);
    end = range[1];
  }
  return parts.join('') + text.slice(end);
}

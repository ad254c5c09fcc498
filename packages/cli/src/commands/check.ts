import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { checkHtml, type Finding, fixHtml } from '@embalm/renderer/check';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options/shared-options.ts';
import { printable } from '../print/printable.ts';
import { tableLines } from '../print/table.ts';
import { openArticles } from '../inputs/read-articles.ts';
import { counted } from '../print/counted.ts';
import { UsageError } from '../usage-error.ts';

interface CheckCommandOptions extends OutputOptions {
  readonly fix?: boolean;
  readonly selfContained?: boolean;
}

interface Row extends Finding {
  readonly source: string;
}

/** `embalm check`: list what pages would run, load or leak; with `--fix` take out what can be. */
export async function check(inputs: readonly string[], options: CheckCommandOptions, io: Io): Promise<ExitCode> {
  const { fix = false, selfContained = false } = options;
  if (fix && inputs.includes('-')) throw new UsageError('--fix changes files; standard input is none.');
  const asTable = io.out.isTerminal && options.json !== true;
  const rows: Row[] = [];
  const counts = { pages: 0, findings: 0, fixed: 0 };
  const articles = await openArticles(inputs, io);
  const failures = await articles.forEach(async ({ source, text }) => {
    if (/^\.(?:txt|md)$/i.test(extname(source))) return;
    const findings = fix ? await fixFile(source, text) : checkHtml(text, { selfContained });
    counts.pages += 1;
    counts.findings += findings.length;
    for (const finding of findings) {
      if (asTable) rows.push({ source, ...finding });
      else io.out.line(JSON.stringify({ type: 'finding', source, ...finding }));
    }
  });
  if (rows.length > 0) for (const line of tableLines(rows, columns, io.out.columns)) io.out.line(line);
  if (options.quiet !== true) report();
  if (failures > 0 || counts.pages === 0) return exitCodes.usage;
  return counts.findings === 0 ? exitCodes.done : exitCodes.incomplete;

  async function fixFile(path: string, text: string): Promise<readonly Finding[]> {
    const result = fixHtml(text, { selfContained });
    if (result.fixed === 0) return result.findings;
    const bytes = await readFile(path);
    const mark = bytes[0] === 0xef ? '\uFEFF' : '';
    if (!bytes.equals(Buffer.from(mark + text))) {
      io.err.line(`embalm: ${path}: not changed: it is not UTF-8, or has changed just now. Convert it to UTF-8 first.`);
      return checkHtml(text, { selfContained });
    }
    const { replaceFile } = await import('@embalm/renderer/archive');
    await replaceFile(path, mark + result.text);
    counts.fixed += result.fixed;
    return result.findings;
  }

  function report(): void {
    if (counts.pages === 0 && failures === 0) io.err.line('embalm: no HTML among the inputs: nothing was checked.');
    if (!asTable) return io.out.line(JSON.stringify({ type: 'summary', ...counts }));
    const fixed = counts.fixed > 0 ? `, ${counts.fixed} taken out` : '';
    io.err.line(`${counted(counts.pages, 'page')}: ${counted(counts.findings, 'finding')}${fixed}`);
  }
}

const columns = [
  { title: 'WHERE', width: 32, value: ({ source, line, column }: Row) => `${printable(source)}:${line}:${column}` },
  { title: 'EFFECT', width: 6, value: ({ effect }: Row) => effect },
  { title: 'RULE', width: 12, goes: 2, value: ({ rule }: Row) => rule },
  { title: 'IN', width: 20, goes: 1, value: ({ element, attribute }: Row) => printable(nameOf(element, attribute)) },
  { title: 'WHAT', width: 20, value: ({ what }: Row) => printable(what) },
] as const;

function nameOf(element: string, attribute: string | null): string {
  return attribute === null ? `<${element}>` : `<${element} ${attribute}>`;
}

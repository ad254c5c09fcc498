import type { Checked, RefreshSummary, RunEnd } from '@embalm/archiver';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options/shared-options.ts';
import { counted } from './counted.ts';
import { describeBytes } from './describe-bytes.ts';
import { describeChanges } from './changes.ts';
import { fit } from './columns.ts';
import { printable } from './printable.ts';

/** Prints what came of each look: for people those that were worth one, for programs a JSON object a line. */
export interface RefreshReport {
  post(checked: Checked): void;
  summary(summary: RefreshSummary): void;
}

/** Make the report for a command's options. */
export function refreshReport(options: OutputOptions, io: Io): RefreshReport {
  if (options.quiet === true) return { post() {}, summary() {} };
  return io.out.isTerminal && options.json !== true ? forPeople(io) : forPrograms(io);
}

function forPrograms({ out, err }: Io): RefreshReport {
  return {
    post: (checked) => out.line(JSON.stringify({ type: 'check', ...checked })),
    summary(summary) {
      out.line(JSON.stringify({ type: 'summary', ...summary }));
      err.line(`embalm: ${describeSummary(summary)}`);
    },
  };
}

function forPeople({ out, err }: Io): RefreshReport {
  return {
    post({ post, url, outcome, changes, reason, missing, newer }) {
      if (newer !== null) out.line(`${fit('archived', 11)} ${fit(newer, 22)} the newest version of ${post}`);
      if (outcome === 'unchanged') return;
      const what = outcome === 'changed' ? describeChanges(changes) : printable(reason ?? '');
      out.line(`${fit(outcome, 11)} ${fit(post, 22)} ${fit(what, Math.max(20, out.columns - 36))}`.trimEnd());
      if (url !== null) out.line(`            ${printable(url)}`);
      for (const file of missing) {
        out.line(`            missing: ${printable(file.url)} (${printable(file.reason)})`);
      }
    },
    summary: (summary) => err.line(describeSummary(summary)),
  };
}

/** Why a run ended, where that is not plain. */
const endings: Readonly<Record<RunEnd, string>> = {
  done: '',
  budget: ' The budget is used up.',
  time: ' The time is used up.',
  silent: ' X did not answer time after time: its posts are left for later.',
  offline: ' There is no network.',
  interrupted: ' Interrupted.',
};

function describeSummary({ checked, outcomes, requests, bytes, durationMs, left, ended }: RefreshSummary): string {
  const counts = Object.entries(outcomes).flatMap(([outcome, count]) => (count === 0 ? [] : [`${count} ${outcome}`]));
  const looks = `${checked} checked${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`;
  const cost = `${counted(requests, 'request')}, ${describeBytes(bytes)}, ${(durationMs / 1000).toFixed(1)} s`;
  return `${looks} · ${cost} · ${left} still due.${endings[ended]}`;
}

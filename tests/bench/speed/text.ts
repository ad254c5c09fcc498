import { writeFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DataPlan, makeData } from '../make-data.ts';
import { timeSideBySide, type Timing } from '../time-runs.ts';
import { folder, runFind, runProgram, runRipgrep, size, times } from './programs.ts';
import type { SpeedRow } from './speed-row.ts';

const megabyte = 1024 * 1024;

const inputs: readonly (readonly [input: string, plan: Pick<DataPlan, 'distance' | 'kinds' | 'prose'>])[] = [
  ['one link a MB, ASCII', { distance: megabyte, kinds: 'links', prose: 'ascii' }],
  ['one link a MB', { distance: megabyte, kinds: 'links', prose: 'news' }],
  ['one reference a MB, a third flattened', { distance: megabyte, kinds: 'mixed', prose: 'news' }],
  ['one link each 8 kB, ASCII', { distance: 8000, kinds: 'links', prose: 'ascii' }],
  ['one link each 8 kB', { distance: 8000, kinds: 'links', prose: 'news' }],
  ['one reference each 8 kB, a third flattened', { distance: 8000, kinds: 'mixed', prose: 'news' }],
];

/** twitter-text takes half a minute for a gigabyte: it gets a part of the same kind, and its time is scaled. */
const sampleSize = Math.min(size, 32 * megabyte);

/** Long plain texts, beside what finds links in text, and beside what only tells lines that may have one. */
export function measureText(): readonly SpeedRow[] {
  return inputs.flatMap(([input, { distance, kinds, prose }]) => {
    const plan = { name: `${kinds}-each-${distance}-${prose}`, distance, kinds, prose, form: 'text' } as const;
    const file = makeData(folder, { ...plan, bytes: size });
    const sample = makeData(folder, { ...plan, bytes: sampleSize });
    const nothing = join(folder, 'empty.txt');
    writeFileSync(nothing, '');
    const { ours, start, part, lines } = timeSideBySide(
      {
        ours: () => runFind(file),
        start: () => runProgram('twitter-text.ts', nothing),
        part: () => runProgram('twitter-text.ts', sample),
        lines: () => runRipgrep?.(file) ?? none,
      },
      times,
    );
    const theirs = scale(start, part, statSync(file).size / statSync(sample).size);
    const row = { input, bytes: size, ours, compared: 'twitter-text (scaled)', theirs };
    return runRipgrep === null ? [row] : [row, { ...row, compared: 'ripgrep', theirs: lines }];
  });
}

const none: Timing = { seconds: Number.NaN, cpuSeconds: Number.NaN, peakMegabytes: Number.NaN };

/** What a longer input would take: it starts once, however long that is. */
function scale(start: Timing, part: Timing, factor: number): Timing {
  return {
    seconds: start.seconds + (part.seconds - start.seconds) * factor,
    cpuSeconds: start.cpuSeconds + (part.cpuSeconds - start.cpuSeconds) * factor,
    peakMegabytes: part.peakMegabytes,
  };
}

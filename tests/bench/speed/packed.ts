import { makeData } from '../make-data.ts';
import { timeSideBySide } from '../time-runs.ts';
import { folder, runFind, runProgram, size, times } from './programs.ts';
import type { SpeedRow } from './speed-row.ts';

const bytes = size / 2;
const plan = { name: 'packed', bytes, distance: 100_000, kinds: 'links', prose: 'news' } as const;

/** gzip of many members, beside Node's zlib alone. */
export function measureGzip(): readonly SpeedRow[] {
  const file = makeData(folder, { ...plan, form: 'text.gz' });
  const { ours, theirs } = timeSideBySide(
    { ours: () => runFind(file), theirs: () => runProgram('inflate.ts', file) },
    times,
  );
  return [{ input: 'text, gzip', bytes, ours, compared: "Node's zlib alone", theirs }];
}

/** Pages in WARC, of which one in fifty has a reference, beside Node's zlib alone, and beside another reader of WARC. */
export function measureWarc(): readonly SpeedRow[] {
  const input = 'pages in WARC, gzip';
  const file = makeData(folder, { ...plan, form: 'warc.gz' });
  const { ours, inflate, warcio } = timeSideBySide(
    {
      ours: () => runFind(file),
      inflate: () => runProgram('inflate.ts', file),
      warcio: () => runProgram('warcio.ts', file),
    },
    times,
  );
  return [
    { input, bytes, ours, compared: "Node's zlib alone", theirs: inflate },
    { input, bytes, ours, compared: 'warcio, which only reads', theirs: warcio },
    ...measurePages(
      'pages with scripts and styles in WARC, gzip',
      makeData(folder, { ...plan, distance: 30_000, form: 'site.warc.gz' }),
    ),
    ...(own === undefined ? [] : measurePages(`pages in ${own}`, own)),
  ];
}

/** A file of one's own, as of Common Crawl: what its pages have can't be made up. */
const own = process.env['EMBALM_BENCH_WARC'];

function measurePages(input: string, file: string): readonly SpeedRow[] {
  const { ours, theirs } = timeSideBySide(
    { ours: () => runFind(file), theirs: () => runProgram('inflate.ts', file) },
    times,
  );
  return [{ input, bytes: file === own ? null : bytes, ours, compared: "Node's zlib alone", theirs }];
}

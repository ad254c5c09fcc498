import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { renderPost, stylesheetFor } from '@embalm/renderer';
import { printTable } from './print-table.ts';
import { listAssets } from '../support/exhibit-of.ts';
import { loadReactTweet } from './render/load-react-tweet.ts';
import { medianOf } from './render/median-of.ts';
import { openPaintBench } from './render/paint-bench.ts';
import { readSamples, type Sample } from './render/read-samples.ts';
import { rateInTurns } from './render/rate-in-turns.ts';

// `pnpm bench:render`: what stands in the renderer's README. Both programs make the same posts in this process, in turn.
const folder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));
mkdirSync(folder, { recursive: true });
const rounds = Number(process.env['EMBALM_BENCH_RUNS'] ?? 7);
const reactTweet = await loadReactTweet(folder, 'production');
const development = await loadReactTweet(folder, 'development');
const rows: string[][] = [];

const recorded = readSamples('syndication').filter(isKnown);
const all = [...recorded, ...[...readSamples('v1'), ...readSamples('graphql')].filter(isKnown)];

/** React-tweet throws at some payloads: there is nothing to compare with. */
function isKnown({ payload }: Sample): boolean {
  try {
    return reactTweet.render(payload) !== '';
  } catch {
    return false;
  }
}

const gzip = (text: string): number => gzipSync(text, { level: 9 }).length;
const requestsOf = (html: string): number => [...html.matchAll(/ (?:src|poster)="https?:/g)].length;
const add = (what: string, ours: string, theirs: string, ratio: number): number =>
  rows.push([what, ours, theirs, `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`]);

for (const [name, samples] of [
  [`the ${recorded.length} recorded payloads of its kind`, recorded],
  [`${all.length} recorded payloads`, all],
] as const) {
  const pages = samples.map(({ payload, exhibit }) => {
    const [ours, theirs] = [renderPost(exhibit), reactTweet.render(payload)];
    return { ours, theirs, css: stylesheetFor(ours) };
  });
  const rates = rateInTurns(
    [
      (turn) => renderPost(pick(samples, turn).exhibit),
      (turn) => reactTweet.render(pick(samples, turn).payload),
      (turn) => development.render(pick(samples, turn).payload),
    ],
    rounds,
  );
  const rate = rates.map((each) => medianOf(each));
  const [ours = 0, theirs = 0, slow = 0] = rate;
  add(`posts/s, ${name}`, ours.toFixed(0), theirs.toFixed(0), ours / theirs);
  add('the same, React as it comes (development)', ours.toFixed(0), slow.toFixed(0), ours / slow);
  const bytes = pages.map((page) => [gzip(page.ours), gzip(page.theirs), gzip(page.css)] as const);
  const column = (index: 0 | 1 | 2): number => medianOf(bytes.map((each) => each[index]));
  add(
    'bytes of a post, gzip, median',
    `${column(0)}`,
    `${column(1)}`,
    medianOf(bytes.map(([our, their]) => our / their)),
  );
  add(
    'CSS of a page with one post, median',
    `${medianOf(pages.map(({ css }) => css.length))}`,
    `${reactTweet.css.length}`,
    medianOf(pages.map(({ css }) => css.length)) / reactTweet.css.length,
  );
  add('the same, gzip', `${column(2)}`, `${gzip(reactTweet.css)}`, column(2) / gzip(reactTweet.css));
  const css = stylesheetFor(pages.map((page) => page.ours).join(''));
  add(
    'CSS of a page with all of them, gzip',
    `${gzip(css)}`,
    `${gzip(reactTweet.css)}`,
    gzip(css) / gzip(reactTweet.css),
  );
  const requests = pages.map((page) => requestsOf(page.theirs));
  rows.push([
    'requests of a post to other hosts',
    `${Math.max(...pages.map((page) => requestsOf(page.ours)))}`,
    `${Math.min(...requests)}–${Math.max(...requests)}`,
    '',
  ]);
}

for (const number of [100, 1000, 10_000]) {
  const started = process.cpuUsage();
  const page = Array.from({ length: number }, (_, index) => renderPost(pick(all, index).exhibit)).join('');
  const css = stylesheetFor(page);
  const { user, system } = process.cpuUsage(started);
  rows.push([
    `a page with ${number} posts`,
    `${((user + system) / number).toFixed(1)} µs a post, ${css.length + page.length} bytes`,
    '',
    '',
  ]);
}

/** As wide as the archive writes them, at most. */
const widest = 1100;
const sizes = recorded.flatMap(({ exhibit }) =>
  listAssets(exhibit.post).map(([, { src, width, height }]) => {
    const [wide, high] = [width ?? 680, height ?? 453];
    const scale = Math.min(1, widest / wide);
    return [src, [Math.round(wide * scale), Math.round(high * scale)]] as const;
  }),
);
await using bench = await openPaintBench(new Map(sizes));
const fifty = Array.from({ length: 50 }, (_, index) => pick(recorded, index));
const ourFirst = renderPost(pick(recorded, 0).exhibit);
const ourPosts = fifty.map(({ exhibit }) => renderPost(exhibit)).join('\n');
const theirPosts = fifty.map(({ payload }) => reactTweet.render(payload)).join('\n');
// As each comes: our pages carry their styles, those of CSS modules are a file that a site's build makes. And both alike.
const [ours = [], theirs = [], theirsInline = [], first = [], empty = []] = await bench.paintInTurns(
  [
    { css: stylesheetFor(ourPosts), linked: false, body: ourPosts },
    { css: reactTweet.css, linked: true, body: theirPosts },
    { css: reactTweet.css, linked: false, body: theirPosts },
    { css: stylesheetFor(ourFirst), linked: false, body: ourFirst },
    { css: '', linked: false, body: '<p>Nothing</p>' },
  ],
  2 * rounds - 1,
);
for (const [what, key] of [
  ['first paint of a page with 50 posts', 'firstPaint'],
  ['processor time of the page until it has loaded', 'busy'],
] as const) {
  const median = (paints: typeof ours): string => `${medianOf(paints.map((paint) => paint[key])).toFixed(0)} ms`;
  for (const [how, their] of [
    ['', theirs],
    [', styles within both pages', theirsInline],
  ] as const) {
    // What slows the machine for a while slows both pages of a round.
    const ratio = medianOf(ours.map((paint, round) => paint[key] / (their[round]?.[key] ?? Number.NaN)));
    add(`${what}${how}`, median(ours), median(their), ratio);
  }
  rows.push(['– of a page with its first post alone', median(first), '', '']);
  rows.push(['– of an empty page', median(empty), median(empty), '']);
}
const shift = (paints: typeof ours): string => Math.max(...paints.map(({ layoutShift }) => layoutShift)).toFixed(3);
rows.push(['layout shift of it', shift(ours), shift(theirs), '']);

printTable(['', 'embalm', 'react-tweet', 'ratio'], rows);

function pick(samples: readonly Sample[], turn: number): Sample {
  const sample = samples[turn % samples.length];
  if (sample === undefined) throw new RangeError('There are no samples.');
  return sample;
}

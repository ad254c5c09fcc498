import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { measureArchivedArticle } from './archive/measure-archived-article.ts';
import { measureBareLoop } from './archive/measure-bare-loop.ts';
import { type CaptureRates, measureFreshBrowsers, measureWarmCaptures } from './archive/measure-captures.ts';
import { measureRefresh } from './archive/measure-refresh.ts';
import type { TreeUsage } from './archive/process-tree.ts';
import { measureVideo } from './archive/measure-video.ts';
import { startReplicaProcess } from './archive/start-replica-process.ts';
import { printTable } from './print-table.ts';

// `pnpm bench:archive`: what stands in the archiver's README. `pnpm bench:archive soak` shows over 2,000 captures that memory
// stays flat, and nothing else: it takes a quarter of an hour or more.
const { values, positionals } = parseArgs({ options: { captures: { type: 'string' } }, allowPositionals: true });
const isSoak = positionals[0] === 'soak';
const captures = Math.max(30, Number(values.captures ?? (isSoak ? 2000 : 200)));
const videoBytes = 200_000_000;
const articlePosts = 10;
// As the command does, for less memory.
setFlagsFromString('--semi-space-growth-factor=1');
using replica = await startReplicaProcess(captures);

const head = [
  'captures of posts with 4 photos, 2 at a time',
  'a minute',
  'MB at first',
  'at last',
  'at most',
  'pages left',
];
// Half of it before and half after, so that both have the same machine.
const bareBefore = isSoak ? Number.NaN : await measureBareLoop(replica, replica.ids.slice(0, captures / 2));
const warm = await measureWarmCaptures(replica, replica.ids, isSoak ? tellUsage : undefined);
const bareAfter = isSoak ? Number.NaN : await measureBareLoop(replica, replica.ids.slice(captures / 2));
const warmRow = rowOf(`one browser, ${captures} captures, a fresh context each`, warm);
if (isSoak) {
  printTable(head, [warmRow]);
  process.exit();
}

const fresh = await measureFreshBrowsers(replica, replica.ids.slice(0, Math.min(40, captures / 5)));
printTable(head, [warmRow, rowOf('a fresh browser each', fresh)]);
const bare = (bareBefore + bareAfter) / 2;
printTable(
  ['as a loop that only loads, reads bodies and photographs twice', 'a minute', 'ratio'],
  [
    ['that loop, 2 at a time, a fresh context each', bare.toFixed(0), ''],
    ['captures', warm.perMinute.toFixed(0), `${(warm.perMinute / bare).toFixed(2)}×`],
  ],
);

const seconds = await measureArchivedArticle(replica, replica.ids.slice(0, articlePosts), 5);
const looks = await measureRefresh(replica, replica.ids, 5);
const video = await measureVideo(videoBytes, 5);
if (video === null) console.error('curl is not installed: it was not compared with.');
printTable(
  ['what', 'embalm', 'compared with', 'its time', 'ratio'],
  [
    [`\`embalm run\`, all ${articlePosts} posts archived`, `${seconds.toFixed(2)} s`, '', '', ''],
    ['looks of a refresh that find nothing new', `${looks.toFixed(0)} a second`, '', '', ''],
    ...(video === null
      ? []
      : [
          timesOf(`a video of 200 MB (${video.embalmMegabytes.toFixed(0)} MB of memory)`, 'curl', video.curlSeconds),
          timesOf('', 'curl, then sync', video.curlFlushedSeconds),
          timesOf('', 'curl, tee and sha256sum, then sync', video.curlDigestedSeconds),
        ]),
  ],
);

function tellUsage(done: number, { megabytes, ownMegabytes, renderers }: TreeUsage): void {
  const browser = megabytes - ownMegabytes;
  console.error(
    `${done} captures: ${ownMegabytes.toFixed(0)} MB and the browser's ${browser.toFixed(0)}, ${renderers} pages`,
  );
}

function rowOf(what: string, { perMinute, megabytes, renderersLeft }: CaptureRates): string[] {
  const numbers = [perMinute, ...megabytes, renderersLeft];
  return [what, ...numbers.map((number) => number.toFixed(0))];
}

function timesOf(what: string, other: string, itsSeconds: number): string[] {
  const own = video?.embalmSeconds ?? Number.NaN;
  return [what, `${own.toFixed(2)} s`, other, `${itsSeconds.toFixed(2)} s`, `${(own / itsSeconds).toFixed(2)}×`];
}

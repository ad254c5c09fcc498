import { parseArgs } from 'node:util';
import { measureArchivedArticle } from './archive/measure-archived-article.ts';
import { type CaptureRates, measureFreshBrowsers, measureWarmCaptures } from './archive/measure-captures.ts';
import { measureRefresh } from './archive/measure-refresh.ts';
import { measureVideo } from './archive/measure-video.ts';
import { startReplicaProcess } from './archive/start-replica-process.ts';
import { printTable } from './print-table.ts';

// `pnpm bench:archive`: what stands in the archiver's README. `--captures 2000` shows that memory stays flat.
const { values } = parseArgs({ options: { captures: { type: 'string', default: '200' } } });
const captures = Math.max(30, Number(values.captures));
const videoBytes = 200_000_000;
const articlePosts = 10;
using replica = await startReplicaProcess(captures);

const warm = await measureWarmCaptures(replica, replica.ids);
const fresh = await measureFreshBrowsers(replica, replica.ids.slice(0, Math.min(40, captures / 5)));
printTable(
  ['captures of posts with 4 photos, 2 at a time', 'a minute', 'MB at first', 'at last', 'at most', 'pages left'],
  [rowOf(`one browser, ${captures} captures, a fresh context each`, warm), rowOf('a fresh browser each', fresh)],
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
        ]),
  ],
);

function rowOf(what: string, { perMinute, megabytes, renderersLeft }: CaptureRates): string[] {
  const numbers = [perMinute, ...megabytes, renderersLeft];
  return [what, ...numbers.map((number) => number.toFixed(0))];
}

function timesOf(what: string, other: string, itsSeconds: number): string[] {
  const own = video?.embalmSeconds ?? Number.NaN;
  return [what, `${own.toFixed(2)} s`, other, `${itsSeconds.toFixed(2)} s`, `${(own / itsSeconds).toFixed(2)}×`];
}

import { generateKeyPairSync, hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Archive, canonicalJson, openArchive, type PostQuery } from '@embalm/store';
import { exportWacz } from '@embalm/store/export';
import { randomRow } from '../../packages/store/test/random-row.ts';
import { printTable } from './print-table.ts';
import { createBareCommits } from './store/bare-commits.ts';
import { madeAt, madeDraft, madeExchange, madeFile, madePost } from './store/made-draft.ts';
import { diskUse, measure, median } from './store/measure.ts';

// `pnpm bench:store`: what stands in the store's README. EMBALM_BENCH_POSTS says how many posts the index has (default
// 100,000), EMBALM_BENCH_DIR where the archives are made: on the disk to be measured.
const posts = Number(process.env['EMBALM_BENCH_POSTS'] ?? 100_000);
const place = await mkdtemp(join(process.env['EMBALM_BENCH_DIR'] ?? tmpdir(), 'embalm-bench-'));
const rows: (readonly [string, string])[] = [];
const commitRounds = 7;
const commitsInRound = 100;
try {
  await measureCommits();
  await measureCosts();
  await measureVerify();
  await measureIndex();
  printTable(['what', 'measured'], rows);
} finally {
  await rm(place, { recursive: true, force: true });
}

/** With full flushing, as in `embalm archive`; beside it what the disk allows, in turns, as disks have good and bad minutes. */
async function measureCommits(): Promise<void> {
  await using archive = await openArchive(join(place, 'commits'));
  const bare = createBareCommits(join(place, 'bare'));
  let next = 0;
  const commit = async (blobs: number): Promise<void> => {
    const index = (next += 1);
    const kept = await Promise.all(
      Array.from({ length: blobs }, (_, blob) => archive.keep(Buffer.alloc(20_000, `${index} ${blob}`))),
    );
    const files = Object.fromEntries(
      kept.map((blob, at) => [`media/${at}.jpg`, madeFile(blob, 'photo', 'image/jpeg')]),
    );
    await archive.commit(madeDraft(index, { exchanges: [], files }));
  };
  for (const [how, lanes, blobs] of [
    ['one after the other', 1, 2],
    ['8 at a time', 8, 3],
  ] as const) {
    const own: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < commitRounds; round += 1) {
      own.push(await rateOf(() => commit(blobs), lanes));
      floor.push(await rateOf(() => bare.commit(blobs), lanes));
    }
    const shares = own.map((rate, round) => rate / (floor[round] ?? Number.NaN));
    add(`commits a second, ${how}, ${blobs} blobs each`, median(own).toFixed(0));
    add(
      'the same files and flushes alone',
      `${median(floor).toFixed(0)} a second: commits have ${(median(shares) * 100).toFixed(0)} % of that`,
    );
  }
  const flushes = bare.flushes / (2 * commitRounds * commitsInRound);
  add('of these, flushes of files and folders', `${flushes.toFixed(1)} a commit`);
}

/** How many a second of {@link commitsInRound} are done in so many lanes. */
async function rateOf(commit: () => Promise<void>, lanes: number): Promise<number> {
  let left = commitsInRound;
  const lane = async (): Promise<void> => {
    while ((left -= 1) >= 0) await commit();
  };
  const { seconds } = await measure(async () => Promise.all(Array.from({ length: lanes }, lane)));
  return commitsInRound / seconds;
}

/** A text-only post as a capture leaves it: 18 exchanges, whose bodies all posts share; a payload, two screenshots. */
async function measureCosts(): Promise<void> {
  for (const versions of [1, 10]) {
    const root = join(place, `costs-${versions}`);
    const many = 50;
    const random = randomRow(versions);
    const noise = (bytes: number): Buffer =>
      Buffer.from(Array.from({ length: bytes }, () => Math.floor(random() * 256)));
    await using archive = await openArchive(root);
    const assets = await Promise.all(Array.from({ length: 17 }, () => archive.keep(noise(50_000))));
    const assetBytes = assets.reduce((sum, { bytes }) => sum + bytes, 0);
    for (let index = 0; index < many; index += 1) {
      for (let version = 0; version < versions; version += 1)
        await archive.commit(await captured(archive, index, assets, noise));
    }
    const { files, inodes, bytes, blockBytes } = await diskUse(root, ['blobs', 'posts']);
    const each = (value: number): string => (value / many).toFixed(value / many < 100 ? 1 : 0);
    add(
      `a text-only post, ${versions} ${versions === 1 ? 'version' : 'versions'}, page assets apart`,
      `${each(files - assets.length)} files, ${each(inodes)} inodes, ${each((bytes - assetBytes) / 1000)} kB, ${each((blockBytes - assetBytes) / 1000)} kB of blocks`,
    );
    if (versions !== 1) continue;
    const post = madePost(0);
    const head = await archive.head(post);
    for (let check = 0; check < 100; check += 1) {
      await archive.note({ post, record: head?.sha256 ?? '', ...madeDraft(1).observation });
    }
    add('an unchanged check', `${((await diskUse(root, ['checks'])).bytes / 100).toFixed(0)} bytes`);
    let written = 0;
    const wacz = await measure(async () => {
      const software = { name: 'embalm', version: '0.1.0' };
      for await (const chunk of exportWacz(archive, { query: {}, software })) written += chunk.length;
    });
    // So small that it goes by the record, not by the byte: `bench:export` has those.
    add(
      'export as WACZ, text-only posts',
      `${(many / wacz.seconds).toFixed(0)} posts a second, ${(written / many / 1000).toFixed(0)} kB each`,
    );
  }
}

async function captured(
  archive: Archive,
  index: number,
  assets: Parameters<typeof madeExchange>[1][],
  noise: (bytes: number) => Buffer,
) {
  const [payload, light, dark] = [
    await archive.keep(noise(3000)),
    await archive.keep(noise(15_000)),
    await archive.keep(noise(15_000)),
  ];
  return madeDraft(index, {
    exchanges: [...assets, payload].map((body, at) => madeExchange(`https://platform.example/${at}.js`, body)),
    files: {
      'payload/syndication.json': madeFile(payload, 'payload', 'application/json'),
      'screenshot/light.png': madeFile(light, 'screenshot', 'image/png'),
      'screenshot/dark.png': madeFile(dark, 'screenshot', 'image/png'),
    },
  });
}

async function measureVerify(): Promise<void> {
  const root = join(place, 'verify');
  await using archive = await openArchive(root);
  // So many that what it takes to begin, in threads too, does not count.
  const blobs = 16_000;
  const blobBytes = 76_000;
  for (let index = 0; index < blobs; index += 1) {
    const content = Buffer.alloc(blobBytes, `blob ${index} `);
    const sha256 = hash('sha256', content);
    write(root, `blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`, content);
  }
  const megabytes = (blobs * blobBytes) / 1e6;
  const { result, seconds, cpuSeconds } = await measure(() => archive.verify());
  if (result.blobs !== blobs || result.problems !== 0) throw new RangeError('The archive was not verified');
  const bare = await measure(async () => {
    const content = Buffer.alloc(blobBytes);
    for (let index = 0; index < blobs; index += 1) hash('sha256', content);
  });
  add(
    'verify, blobs of 76 kB',
    `${(megabytes / cpuSeconds).toFixed(0)} MB/s a core (${(megabytes / seconds).toFixed(0)} MB/s by the clock)`,
  );
  add('the same, only their sha256', `${(megabytes / bare.cpuSeconds).toFixed(0)} MB/s a core`);
}

/** Records are written as files, without flushing: what is measured is the reading. */
async function measureIndex(): Promise<void> {
  const root = join(place, 'index');
  await using archive = await openArchive(root);
  for (let index = 0; index < posts; index += 1) {
    const draft = madeDraft(index);
    const body = canonicalJson({ ...draft, format: 'embalm-record', version: 1, n: 1, prev: null }).slice(0, -1);
    const shelf = hash('sha256', draft.post).slice(0, 2);
    const path = `posts/${shelf}/${draft.post.replace(':', '-')}/000001.json`;
    write(root, path, `${body},"checksum":"${hash('sha256', body)}"}\n`);
  }
  const rebuilt = await measure(() => archive.reindex());
  if (rebuilt.result.posts !== posts) throw new RangeError('Not all posts were taken in');
  const label = `${posts.toLocaleString('en')} posts`;
  add(`reindex, ${label}`, `${rebuilt.seconds.toFixed(1)} s (${rebuilt.cpuSeconds.toFixed(1)} s of processor time)`);
  const opened = await measure(async () => {
    await using reader = await openArchive(root, { readOnly: true });
    for await (const _ of reader.list({ limit: 50 })) continue;
  });
  add(`open, and list the first 50, ${label}`, `${(opened.seconds * 1000).toFixed(1)} ms`);
  const middle = new Date(madeAt(Math.floor(posts / 2)));
  const late = new Date(madeAt(Math.floor(posts * 0.99)));
  const queries: Readonly<Record<string, PostQuery>> = {
    all: {},
    'a busy author': { author: 'busy' },
    'a rare state': { state: 'deleted' },
    'author and state': { author: 'busy', state: 'deleted' },
    'from a date on': { since: middle },
    'date, author and state': { since: middle, author: 'busy', state: 'deleted' },
    'an article': { article: 'news/7.txt' },
    'a rare word': { search: 'zebra' },
    'two common words': { search: 'space moon' },
    'a common word and a rare state': { search: 'space', state: 'deleted' },
    'a common word and an article': { search: 'space', article: 'news/7.txt' },
    'a common word from a date on': { search: 'space', since: middle },
    'a common word, from a late date on': { search: 'space', since: late },
  };
  for (const [name, query] of Object.entries(queries)) {
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const after = round % 2 === 0 ? undefined : madePost(Math.floor(posts / 3));
      const { seconds } = await measure(async () => {
        for await (const _ of archive.list({ ...query, after, limit: 50 })) continue;
      });
      times.push(seconds * 1000);
    }
    add(`a page of 50: ${name}, ${label}`, `${median(times).toFixed(1)} ms`);
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const first = await measure(() => archive.checkpoint(privateKey));
  await archive.commit(madeDraft(posts));
  const second = await measure(() => archive.checkpoint(privateKey));
  if (second.result.checkpoint.size !== posts + 1) throw new RangeError('Not all heads were signed');
  add(`the first checkpoint, ${label}`, `${first.seconds.toFixed(1)} s`);
  add(`the next checkpoint, ${label}`, `${second.seconds.toFixed(1)} s`);
}

/** At once: a million files by promises would take several times as long. */
function write(root: string, path: string, content: Uint8Array | string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function add(what: string, measured: string): void {
  process.stderr.write(`${what}: ${measured}\n`);
  rows.push([what, measured]);
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mira } from '../replica/accounts.ts';
import type { Answer } from '../replica/reply.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { deriveCode } from '../replica/world/derive.ts';
import type { MediaSpec, PostSpec } from '../replica/world/post-spec.ts';
import { idAt } from '../replica/world/status-url.ts';
import { type PeakMemory, watchMemory } from '../support/peak-memory.ts';
import { type Run, runEmbalm } from '../support/run-embalm.ts';
import { networkOf, type WorkFolder, workFolder } from '../support/work-folder.ts';
import { hostileImages } from './hostile-images.ts';
import { changed } from './hostile-pages.ts';

/** Never written to, so that it takes up no memory of its own. */
const gigabyte = Buffer.alloc(2 ** 30);
const huge = (mediaType: string): Answer => ({
  status: 200,
  headers: { 'content-type': mediaType, 'access-control-allow-origin': '*' },
  body: gigabyte,
});

interface Record {
  readonly files: Readonly<{ [name: string]: { readonly mediaType: string; readonly bytes: number } }>;
  readonly missing: readonly { readonly url: string }[];
  readonly exchanges: readonly {
    readonly url: string;
    readonly by: string;
    readonly response: { readonly truncated: string | null; readonly body: { readonly bytes: number } | null } | null;
  }[];
}

const usualPhoto: MediaSpec = { type: 'photo', scene: 'orbit', width: 1600, height: 900 };

function postOf(text: string, index: number, medium: MediaSpec = usualPhoto): PostSpec {
  const id = idAt(`2023-04-${String(1 + index).padStart(2, '0')}T12:00:00.000Z`);
  return { id, author: mira, text, code: `Huge${String(index).padStart(6, '0')}`, media: [medium] };
}

/** The path of a post's only photo. */
function photoPath({ id }: PostSpec): string {
  return `/media/F${deriveCode(`${id} medium 0`, 15).slice(1)}`;
}

/** Runs the command over posts, each on its own day, and watches how much memory it takes with all it starts. */
async function capture(
  replica: Replica,
  folder: WorkFolder,
  posts: readonly PostSpec[],
): Promise<Run & { readonly peak: PeakMemory }> {
  const lines = posts.map(
    ({ text, code }, index) =>
      `${text} pic.twitter.com/${code} — ${mira.name} (@${mira.handle}) April ${1 + index}, 2023`,
  );
  await writeFile(join(folder.path, 'posts.txt'), lines.join('\n\nAnd then:\n\n'));
  let memory: ReturnType<typeof watchMemory> | undefined;
  const args = [
    'run',
    'posts.txt',
    '--concurrency',
    '1',
    '--spacing',
    '0',
    '--timeout',
    '60',
    '--max-media',
    '2000M',
    ...networkOf(replica),
  ];
  const run = await runEmbalm(args, {
    cwd: folder.path,
    whileRunning: ({ pid = 0 }) => {
      memory = watchMemory(pid);
    },
  });
  memory?.[Symbol.dispose]();
  return { ...run, peak: memory?.peak() ?? { own: 0, child: 0 } };
}

async function show(folder: WorkFolder, { id }: PostSpec): Promise<Record> {
  const { objects } = await folder.run(['show', `x:${id}`]);
  return objects.at(-1) as unknown as Record;
}

describe('bodies of a gigabyte', () => {
  const names = [
    'nothing is wrong',
    'a part of the page',
    'every photo',
    'the payload',
    'a part of the page that does not say how long it is',
    'the video',
    'nothing is wrong at the end',
  ];
  const film: MediaSpec = { type: 'video', scene: 'orbit', width: 640, height: 360, durationMs: 4000 };
  const posts = names.map((name, index) => postOf(name, index, name === 'the video' ? film : undefined));
  let replica: Replica;
  let folder: WorkFolder;
  let run: Awaited<ReturnType<typeof capture>>;

  beforeAll(async () => {
    replica = await startReplica({ posts });
    folder = await workFolder();
    const [, page, photo, payload, unsized] = posts;
    const part = '<img src="https://pbs.twimg.com/media/Huge.jpg" alt="">';
    replica.on(
      { host: 'platform.twitter.com', path: '/embed/Tweet.html', query: { id: page?.id ?? '' } },
      changed((body) => body.replace('</body>', `${part}</body>`)),
    );
    replica.on({ host: 'pbs.twimg.com', path: '/media/Huge.jpg' }, () => huge('image/jpeg'));
    replica.on(
      { host: 'platform.twitter.com', path: '/embed/Tweet.html', query: { id: unsized?.id ?? '' } },
      changed((body) => body.replace('</body>', `${part.replace('Huge', 'Unsized')}</body>`)),
    );
    replica.on({ host: 'pbs.twimg.com', path: '/media/Unsized.jpg' }, () => ({
      ...huge('image/jpeg'),
      delivery: 'unsized',
    }));
    replica.on({ host: 'video.twimg.com', path: /\.mp4$/ }, () => huge('video/mp4'));
    if (photo !== undefined) {
      replica.on({ host: 'pbs.twimg.com', path: new RegExp(`^${photoPath(photo)}`) }, () => huge('image/jpeg'));
    }
    replica.on({ host: 'cdn.syndication.twimg.com', query: { id: payload?.id ?? '' } }, () => huge('application/json'));
    run = await capture(replica, folder, posts);
    console.log(
      `bodies of a gigabyte: ${posts.length} posts, ${run.peak.own} MB at most, the greatest process of Chromium ${run.peak.child} MB`,
    );
  });
  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
    await replica[Symbol.asyncDispose]();
  });

  test('fail no capture, and no other post', () => {
    const results = run.objects.filter(({ type }) => type === 'post');
    const captured = { outcome: 'captured', state: 'live' };
    const quoted = { outcome: 'quoted', state: 'unreachable' };
    expect(results).toMatchObject([captured, captured, captured, quoted, captured, captured, captured]);
    expect([run.code, replica.unexpected]).toEqual([0, []]);
  });

  test('are kept up to the cap, and marked', async () => {
    const records = await Promise.all(posts.map((post) => show(folder, post)));
    const [, page, photo, , unsized, video] = records;
    for (const [record, name] of [
      [page, 'Huge'],
      [unsized, 'Unsized'],
    ] as const) {
      const seen = record?.exchanges.find(({ url, by }) => by === 'browser' && url.endsWith(`/media/${name}.jpg`));
      expect(seen?.response).toMatchObject({ truncated: 'length', body: { bytes: 64 * 1024 * 1024 } });
    }
    expect(Object.values(video?.files ?? {}).map(({ bytes }) => bytes)).toContain(gigabyte.length);
    expect(Object.keys(page?.files ?? {})).toEqual(expect.arrayContaining(['screenshot/dark.png', 'media/1.jpg']));
    expect(photo?.missing).toHaveLength(1);
    expect(Object.keys(photo?.files ?? {})).not.toContain('media/1.jpg');
  });

  test('take no memory to speak of', () => {
    expect([run.peak.own > 50, run.peak.own < 450, run.peak.child > 50, run.peak.child < 700]).toEqual(
      Array(4).fill(true),
    );
  });
});

describe('pictures that mean harm', () => {
  let images: ReadonlyMap<string, Uint8Array>;
  let posts: readonly PostSpec[];
  let replica: Replica;
  let folder: WorkFolder;
  let run: Awaited<ReturnType<typeof capture>>;

  beforeAll(async () => {
    images = await hostileImages();
    posts = [...images.keys(), 'nothing is wrong at the end'].map((name, index) => postOf(name, index));
    replica = await startReplica({ posts });
    folder = await workFolder();
    for (const [index, body] of [...images.values()].entries()) {
      const post = posts[index];
      if (post === undefined) continue;
      const path = new RegExp(`^${photoPath(post)}`);
      replica.on({ host: 'pbs.twimg.com', path }, () => ({
        status: 200,
        headers: { 'content-type': 'image/jpeg' },
        body,
      }));
    }
    run = await capture(replica, folder, posts);
    console.log(
      `pictures that mean harm: ${images.size} posts, ${run.peak.own} MB at most, the greatest process of Chromium ${run.peak.child} MB`,
    );
  });
  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
    await replica[Symbol.asyncDispose]();
  });

  test('are kept as they came, and fail no capture', async () => {
    const results = run.objects.filter(({ type }) => type === 'post');
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(images.size + 1).fill('captured'));
    expect([run.code, images.size, replica.unexpected]).toEqual([0, 9, []]);
    const records = await Promise.all(posts.map((post) => show(folder, post)));
    const kinds = records.map(({ files }) => {
      const name = Object.keys(files).find((file) => file.startsWith('media/'));
      return `${name} ${files[name ?? '']?.mediaType}`;
    });
    console.log(kinds.map((kind, index) => `${posts[index]?.text}: ${kind}`).join('\n'));
    const unknown = 'media/1.bin application/octet-stream';
    expect(kinds[0]).toBe(unknown);
    expect(kinds.slice(4, 6)).toEqual([unknown, unknown]);
    expect(kinds[7]).toBe(unknown);
    expect(kinds.at(-1)).toBe('media/1.jpg image/jpeg');
    const bytes = records.map(
      ({ files }) => Object.entries(files).find(([name]) => name.startsWith('media/'))?.[1].bytes,
    );
    expect(bytes.slice(0, -1)).toEqual([...images.values()].map(({ length }) => length));
  });

  test('make no page that cannot be shown, and take no memory to speak of', async () => {
    expect((await folder.run(['check', join('out', 'posts.html')])).code).toBe(0);
    expect((await folder.run(['verify'])).code).toBe(0);
    expect([run.peak.own > 50, run.peak.own < 800, run.peak.child > 50, run.peak.child < 1500]).toEqual(
      Array(4).fill(true),
    );
  });
});

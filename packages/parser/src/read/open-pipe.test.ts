import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInInputs } from '../readers/find-in-inputs.ts';
import { openPipe } from './open-pipe.ts';
import { readArticle } from './read-article.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-pipe-'));
  path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const url = 'https://x.com/jack/status/20';

// Windows has no pipes in folders.
describe.skipIf(process.platform === 'win32')('a pipe', () => {
  it('gives what is written to it, when that comes', async () => {
    using pipe = openPipe(path, undefined);
    const reading = text(pipe);
    await writeFile(path, url);
    expect(await reading).toBe(url);
  });

  it('is an input as any other', async () => {
    const article = readArticle(path);
    await writeFile(path, url);
    expect(await article).toMatchObject({ format: 'text', text: url });

    const problems: unknown[] = [];
    const names = async function* (): AsyncGenerator<string> {
      yield path;
    };
    const finding = findInInputs(names(), { onProblem: (problem) => problems.push(problem) }).next();
    await writeFile(path, url);
    expect((await finding).value).toMatchObject([{ source: path, kind: 'post-url', range: [0, url.length] }]);
    expect(problems).toEqual([]);
  });

  it('to which nobody writes is waited for until the signal comes', async () => {
    const stop = new AbortController();
    const article = readArticle(path, { signal: stop.signal });
    stop.abort();
    await expect(article).rejects.toMatchObject({ name: 'AbortError' });
  });
});

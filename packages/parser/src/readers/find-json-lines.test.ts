import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInNames, oneByOne } from '../../test/find-in.ts';
import type { FindInInputsOptions } from './find-batches.ts';
import { findJsonLines } from './find-json-lines.ts';

const posts = Array.from(
  { length: 300 },
  (_, n) => `Привет, “мир”!\nHello 😀 #world pic.twitter.com/AbCdEfG${100 + n} — Ann Example (@ann) March 5, 2022\n\n`,
);
const links = posts.map(
  (_, n) => `https://x.com/ann/status/${n + 1} [tweet ${1_500_127_395_262_201_857n + BigInt(n)}] `,
);
const text = posts.map((post, n) => `${post}${'Просто текст. '.repeat(n * 7)}${links[n] ?? ''}\n\n`).join('');
const lines = posts.map((post, n) => JSON.stringify(n % 3 === 0 ? { text: post + (links[n] ?? '') } : { text: 'no' }));
const inputs: Readonly<Record<string, string>> = {
  'té"xt.txt': text,
  'lines.jsonl': lines.join('\n').repeat(3),
  'table.csv': `text\n${lines.map((line) => `"${line.replaceAll('"', '""')}"`).join('\n')}`,
  'broken.jsonl': `{"text":\n${lines.join('\n')}`,
};

let folder = '';
let names: readonly string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-lines-'));
  names = Object.keys(inputs).map((name) => join(folder, name));
  for (const [name, input] of Object.entries(inputs)) await writeFile(join(folder, name), input);
});
afterAll(async () => rm(folder, { recursive: true }));

describe('findJsonLines', () => {
  it('writes what findInInputs finds, the same bytes with any number of threads', async () => {
    const { found, problems } = await findInNames(names);
    expect(found.length).toBeGreaterThan(1200);
    const expected = found.map(
      ({ source, kind, range, rest }) =>
        `{"source":${JSON.stringify(source)},"kind":"${kind}","range":[${range.join()}]${rest}\n`,
    );
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['flattened-embed', 'post-url', 'shortcode']));
    for (const workers of [1, 2, 3]) {
      const told: unknown[] = [];
      expect(await collect({ workers, onProblem: (problem) => told.push(problem) })).toBe(expected.join(''));
      expect(told).toEqual(problems);
    }
  });

  it('gives whole lines of JSON', async () => {
    for (const line of (await collect({ onProblem: () => {} })).trimEnd().split('\n')) {
      expect(JSON.parse(line)).toMatchObject({
        source: expect.any(String) as string,
        confidence: expect.any(Number) as number,
      });
    }
  });
});

async function collect(options: FindInInputsOptions): Promise<string> {
  let written = '';
  for await (const chunk of findJsonLines(oneByOne(names), options)) {
    written += Buffer.from(chunk).toString();
    expect(written.endsWith('\n')).toBe(true);
  }
  return written;
}

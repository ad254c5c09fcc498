import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findReferences, type InputFormat } from '@embalm/parser';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What was built, fetched or made by running something is no source. */
const made: ReadonlySet<string> = new Set(['node_modules', 'dist', '.git', '.cache', 'archive', 'out', 'coverage']);
const formats: readonly InputFormat[] = ['text', 'html', 'markdown'];

/** Where inputs stand that have references in them: tests and what they use, and the articles to try things with. */
const isTestData = /^(?:seeds|tests)\/|^packages\/\w+\/(?:test\/|src\/.*\.(?:test|soak)\.ts$)/;

/**
 * The posts that comments, help and documentation have as examples. Whatever else is found in those is either a new
 * example, which belongs here, or a mistake of the finders.
 */
const examples: readonly RegExp[] = [
  /\/status(?:es)?\/(?:20|1500127395262201857)(?!\d)/,
  /pic\.twitter\.com\/(?:fj2coK1xR1|cV8TijLw8q|mvawyRmlMD)/,
  /\(@(?:NASAWatch|ann|handle)\)/,
];

interface Hit {
  readonly file: string;
  readonly format: InputFormat;
  readonly source: string;
}

function findInFile(file: string): readonly Hit[] {
  const bytes = readFileSync(root + file);
  if (bytes.includes(0)) return [];
  const text = bytes.toString();
  return formats.flatMap((format) =>
    findReferences(text, { format }).map(({ range }) => ({ file, format, source: text.slice(...range) })),
  );
}

describe("this repository's own files", () => {
  const files = globSync('**/*', { cwd: root, exclude: (name) => made.has(name) }).filter((file) =>
    statSync(root + file).isFile(),
  );
  const hits = files.flatMap(findInFile);
  const inSources = hits.filter(({ file }) => !isTestData.test(file));

  it('have no references but in test data, and the examples of comments, help and documentation', () => {
    expect(files.length).toBeGreaterThan(900);
    expect(inSources.filter(({ source }) => !examples.some((example) => example.test(source)))).toEqual([]);
  });

  it('have the examples found', () => {
    for (const example of examples) expect(inSources.some(({ source }) => example.test(source))).toBe(true);
    expect(hits.length - inSources.length).toBeGreaterThan(500);
  });
});

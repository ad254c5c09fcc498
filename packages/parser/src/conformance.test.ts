import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findReferences } from './find-references.ts';

/**
 * The conformance suite of twitter-text (Apache-2.0), which is no part of this repository: it lies beside it, or these
 * tests are skipped. `EMBALM_REQUIRE_CORPUS` makes that a failure.
 */
const suite = new URL('../../../../shared/conformance/extract.yml', import.meta.url);
const present = existsSync(suite);
if (!present && process.env['EMBALM_REQUIRE_CORPUS'] !== undefined) throw new Error(`No suite at ${suite.pathname}`);
if (!present) console.warn(`No suite at ${suite.pathname}: 1 test of the parser is skipped.`);

interface Case {
  readonly description: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/** Cases in which we differ on purpose, and why. */
const differences: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Extract a t.co URL with a long path': 'No code has more than 10 characters: what follows is glued to it',
    'DO NOT extract URLs with > 40 characters in a t.co slug': 'The same',
  }),
);

/** Strings and lists of the suite that are JSON as they stand: all that have to do with X's hosts. */
function readCases(yaml: string): readonly Case[] {
  const cases =
    /description: "(?<description>[^"\n]*)"\n\s+text: (?<text>"[^\n]*")\n\s+expected: (?<expected>\[[^\n]*\])/g;
  const section = yaml.slice(yaml.indexOf('\n  urls:\n'), yaml.indexOf('\n  urls_with_indices:\n'));
  return [...section.matchAll(cases)].map(({ groups }) => ({
    description: groups?.['description'] ?? '',
    text: JSON.parse(groups?.['text'] ?? '""') as string,
    expected: JSON.parse(groups?.['expected'] ?? '[]') as readonly string[],
  }));
}

/** X's codes have 7, 8 or 10 characters; the suite makes shorter ones up. */
const postLink =
  /^(?:https?:\/\/)?(?:(?:t\.co|pic\.(?:twitter|x)\.com)\/(?:[A-Za-z0-9]{7,8}|[A-Za-z0-9]{10})$|(?:\w+\.)?(?:twitter|x)\.com\/\w+\/status)/i;

describe.skipIf(!present)('the URL cases of twitter-text that have to do with X', () => {
  it('agree, but for those in which we differ on purpose', () => {
    const cases = readCases(readFileSync(suite, 'utf8')).filter(({ text }) => /t\.co|(?:twitter|x)\.com/i.test(text));
    const outcomes = cases.map(({ description, text, expected }) => {
      const found = findReferences(text, { format: 'text' }).map(({ range }) => text.slice(...range));
      return { description, found, expected: expected.filter((url) => postLink.test(url)) };
    });
    const disagreeing = outcomes.filter(({ found, expected }) => JSON.stringify(found) !== JSON.stringify(expected));
    expect(cases.length).toBeGreaterThan(25);
    expect(outcomes.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(2);
    expect(disagreeing.filter(({ description }) => !differences.has(description))).toEqual([]);
    expect(disagreeing.length).toBe(differences.size);
  });
});

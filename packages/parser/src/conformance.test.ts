import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findReferences } from './find-references.ts';

/**
 * The conformance suite of twitter-text (Apache-2.0), which is no part of this repository: it lies beside it, or these
 * tests are skipped. `EMBALM_REQUIRE_CORPUS` makes that a failure.
 */
const suiteFile = new URL('../../../../shared/conformance/extract.yml', import.meta.url);
const present = existsSync(suiteFile);
if (!present && process.env['EMBALM_REQUIRE_CORPUS'] !== undefined)
  throw new Error(`No suite at ${suiteFile.pathname}`);
if (!present) console.warn(`No suite at ${suiteFile.pathname}: 1 test of the parser is skipped.`);

interface Case {
  readonly description: string;
  readonly text: string;
  readonly expected: readonly (string | { readonly url: string })[];
}

interface Suite {
  readonly tests: Readonly<Record<string, readonly Case[]>>;
}

/** The sections that are about URLs. */
const sections = ['urls', 'urls_with_indices', 'urls_with_directional_markers', 'tco_urls_with_params'] as const;

/** Cases in which we differ on purpose, and why. */
const differences: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Extract a t.co URL with a long path': 'No code has more than 10 characters: what follows is glued to it',
    'DO NOT extract URLs with > 40 characters in a t.co slug': 'The same',
  }),
);

/** X's codes have 7, 8 or 10 characters; the suite makes shorter ones up. */
const postLink =
  /^(?:https?:\/\/)?(?:(?:t\.co|pic\.(?:twitter|x)\.com)\/(?:[A-Za-z0-9]{7,8}|[A-Za-z0-9]{10})(?:\?|$)|(?:\w+\.)?(?:twitter|x)\.com\/\w+\/status)/i;

describe.skipIf(!present)('the URL cases of twitter-text that have to do with X', () => {
  it('agree, but for those in which we differ on purpose', () => {
    const suite = parse(readFileSync(suiteFile, 'utf8')) as Suite;
    const all = sections.flatMap((section) => suite.tests[section] ?? []);
    const cases = all.filter(({ text }) => /t\.co|(?:twitter|x)\.com/i.test(text));
    const outcomes = cases.map(({ description, text, expected }) => {
      const found = findReferences(text, { format: 'text' }).map(({ range }) => text.slice(...range));
      const urls = expected.map((one) => (typeof one === 'string' ? one : one.url));
      return { description, found, expected: urls.filter((url) => postLink.test(url)) };
    });
    const disagreeing = outcomes.filter(({ found, expected }) => JSON.stringify(found) !== JSON.stringify(expected));
    expect(disagreeing.filter(({ description }) => !differences.has(description))).toEqual([]);
    expect(disagreeing.length).toBe(differences.size);
    expect(all.length).toBe(108);
    expect(cases.length).toBe(40);
    expect(outcomes.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(6);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import { mayHaveReferences } from './may-have-references.ts';

describe('mayHaveReferences', () => {
  it.each([
    'https://x.com/ann/status/20',
    'https://t.co/AbCdEfGhIj"',
    'PIC.TWITTER.COM/AbCdEfGhIj?',
    'https://twitter.com&#x2F;ann/status/20',
    'https:\\/\\/twitter.com\\/ann\\/status\\/20',
    'twitter.com%2Fann%2Fstatus%2F20',
    'twitter&#46;com/ann/status/20',
    'twitter.com\\u002Fann\\u002Fstatus\\u002F20',
    'Ann (@ann) March 5, 2022',
    'Ann (<a>@ann</a>) March 5, 2022',
    'Ann (&#64;ann) March 5, 2022',
    'Ann &lpar;&commat;ann) March 5, 2022',
    '<blockquote class="twitter-tweet">',
    '{{< tweet 1500127395262201857 >}}',
    '<p>[tweet 1500127395262201857]</p>',
    '<amp-twitter data-tweetid="1500127395262201857">',
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ">',
    '{"html":"\\u003cdiv class=\\"fb-post\\" data-href"}',
  ])('lets %j pass', (text) => {
    expect(mayHaveReferences(Buffer.from(text))).toBe(true);
  });

  it.each([
    'It&#8217;s <p>5/6</p> of &quot;them&quot; &amp; more',
    '{"text":"\\u003cp\\u003eplain","url":"https://example.com/a/b"}',
    '<a href="https://twitter.com/nytimes">Follow</a> <a href="https://twitter.com/intent/tweet?text=a">Share</a>',
    '<meta name="twitter:card" content="summary">',
    'mail@example.com',
  ])('refuses %j', (text) => {
    expect(mayHaveReferences(Buffer.from(text))).toBe(false);
  });
});

describe('mayHaveReferences on real texts', () => {
  const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));
  const names = ['flattened-gold.jsonl', 'flattened-wild.jsonl', 'blockquotes.jsonl', 'other-embeds.jsonl'];
  const missing = !existsSync(corpus);
  if (missing && process.env['EMBALM_REQUIRE_CORPUS'] !== undefined)
    throw new Error(`There is no corpus at ${corpus}.`);
  if (missing) console.warn(`${names.length} tests skipped: there is no corpus at ${corpus}`);

  it.skipIf(missing).each(names)('lets all of %s pass in which something is found', (name) => {
    let found = 0;
    for (const line of readFileSync(corpus + name, 'utf8')
      .trim()
      .split('\n')
      .slice(0, 600)) {
      for (const value of Object.values(JSON.parse(line) as Readonly<Record<string, unknown>>)) {
        if (typeof value !== 'string') continue;
        for (const format of ['text', 'html'] as const) {
          if (findReferences(value, { format }).length === 0) continue;
          found += 1;
          expect([mayHaveReferences(Buffer.from(value)), value]).toEqual([true, value]);
          expect([mayHaveReferences(Buffer.from(JSON.stringify(value))), value]).toEqual([true, value]);
        }
      }
    }
    expect(found).toBeGreaterThan(100);
  });
});

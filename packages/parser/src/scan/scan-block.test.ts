import type { Reference } from '@embalm/post';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import { characterStart } from './character-start.ts';
import { countUtf16 } from './count-utf16.ts';
import { scanBlock } from './scan-block.ts';
import { blockOverlap } from './text-block.ts';

/** Find in parts of so many bytes, as a reader of a long text does. */
async function scanInParts(bytes: Buffer, partLength: number): Promise<readonly Reference[]> {
  const references: Reference[] = [];
  let offset = 0;
  for (let start = 0; start < bytes.length;) {
    const end = Math.min(bytes.length, characterStart(bytes, start + partLength));
    const from = characterStart(bytes, Math.max(0, start - blockOverlap));
    const to = characterStart(bytes, Math.min(bytes.length, end + blockOverlap));
    const block = { bytes: bytes.subarray(from, to), from: start - from, to: end - from };
    const { units } = await scanBlock(block, (reference, more) => {
      const [first, last] = reference.range;
      references.push({ ...reference, range: [first + offset + more, last + offset + more] });
    });
    offset += units;
    start = end;
  }
  return references;
}

function findInWhole(bytes: Buffer): readonly Reference[] {
  return findReferences(bytes.toString(), { format: 'text' });
}

const prose = [
  'An article has paragraphs that are longer than what people post. They end with a full stop. ',
  'Учёные сообщили, что это обычный текст без ссылок. ',
  'これは日本語の文章です。リンクはありません。',
  'He said “no”, and/or 5/6 of them – really? 😀 ',
  '\n\n',
  '\n',
  ' ',
];
const blockquote =
  '<blockquote class="twitter-tweet"><p>Привет, мир! <a href="https://twitter.com/hashtag/a">#a</a> <a href="https://t.co/AbCdEfGhIj">pic.twitter.com/AbCdEfGhIj</a></p>— Анна (@anna) <a href="https://twitter.com/anna/status/1500127395262201857?ref_src=twsrc%5Etfw">March 5, 2022</a></blockquote>';
const triggers = [
  'Hello #world pic.twitter.com/AbCdEfGhIj — Ann Example (@ann) March 5, 2022',
  'Привет, мир! — Анна (@anna) March 5, 2022\n\n',
  'https://t.co/AbCdEfGhIj',
  'HTTPS://TWITTER.COM/ann/status/1500127395262201857?s=20',
  'see x.com/ann/status/20, netflix.com/ann/status/20 ',
  '(@ann)',
  '(@',
  '2017pic.twitter.com/ymsOBLjfxUNext ',
  'https://web.archive.org/web/2020/https://x.com/ann/status/20 ',
  'https://share.example/?via=me&url=https%3A%2F%2Ftwitter.com%2Fann%2Fstatus%2F20 ',
  'nitter.example.org/ann/status/20#m ',
  String.raw`"https:\/\/twitter.com\/ann\/status\/20",`,
  String.raw`https:\u002F\u002Fx.com\u002Fann\u002Fstatus\u002F20 `,
  'https:&#x2F;&#x2F;x.com&#x2F;ann&#47;status&#47;20 ',
  'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20 ',
  'https://threadreaderapp.com/thread/20.html ',
  '{{< tweet user="ann" id="1500127395262201857" >}} ',
  '[tweet 1500127395262201857] [embed width="300"]https://x.com/ann/status/20[/embed] [Tweet 1500127395262201857]',
  '{% twitter https://x.com/ann/status/20 %}{%tweet 1500127395262201857%} {{ cite tweet |user=ann |number=1500127395262201857 |title=Привет }}',
  blockquote,
  JSON.stringify(blockquote).replaceAll('<', String.raw`\u003C`),
  blockquote.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('Привет', 'Привет '.repeat(200)),
  blockquote.replace('</blockquote>', ''),
  `${'x'.repeat(4000)}https://x.com/ann/status/20?${'y'.repeat(3000)} `,
];
const filler = fc
  .tuple(fc.constantFrom(...prose), fc.integer({ min: 1, max: 80 }))
  .map(([text, count]) => text.repeat(count));
const texts = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: filler },
      { weight: 4, arbitrary: fc.constantFrom(...triggers) },
      { weight: 1, arbitrary: fc.constantFrom(' '.repeat(3000), '\n \n'.repeat(50), 'x'.repeat(9000)) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { minLength: 10, maxLength: 60 },
  )
  .map((parts) => Buffer.from(parts.join('')));

describe('scanBlock', () => {
  it('finds in parts of a text what is found in the whole', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 4, max: 20_000 }), async (bytes, partLength) => {
        const whole = findInWhole(bytes);
        expect(await scanInParts(bytes, Math.max(partLength, Math.ceil(bytes.length / 20)))).toEqual(whole);
        found += whole.length;
      }),
      { numRuns: 100, seed: 20_220_305 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('finds the same in bytes that are not UTF-8', async () => {
    const broken = fc
      .array(fc.oneof(fc.uint8Array({ maxLength: 9 }), fc.constantFrom(...triggers, ...prose)), { maxLength: 30 })
      .map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part))));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(broken, fc.integer({ min: 100, max: 2000 }), async (bytes, partLength) => {
        const whole = findInWhole(bytes);
        expect(await scanInParts(bytes, partLength)).toEqual(whole);
        found += whole.length;
      }),
      { numRuns: 100, seed: 20_220_305 },
    );
    expect(found).toBeGreaterThan(80);
  });

  it.each(['seeds/iss.txt', 'packages/parser/README.md'])('finds the same in %s, over and over', async (name) => {
    const bytes = readFileSync(new URL(`../../../../${name}`, import.meta.url));
    const long = Buffer.concat(Array.from({ length: 100 }, () => bytes));
    const whole = findInWhole(long);
    expect(await scanInParts(long, 70_000)).toEqual(whole);
    expect(whole.length).toBeGreaterThan(100);
  });
});

describe('scanBlock of text that is nothing but references', () => {
  it('finds in one part what is found in the whole', async () => {
    const links = Array.from({ length: 20_000 }, (_, n) => `https://t.co/AbCdE${n + 10_000}`);
    const bytes = Buffer.from(links.join(' é '));
    const references = await scanInParts(bytes, bytes.length);
    expect(references).toEqual(findInWhole(bytes));
    expect(references).toHaveLength(links.length);
  });
});

describe('scanBlock on real texts', () => {
  const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));
  const names = [
    'flattened-gold.jsonl',
    'flattened-wild.jsonl',
    'negatives.jsonl',
    'blockquotes.jsonl',
    'url-forms.json',
  ];
  const missing = !existsSync(corpus);
  if (missing && process.env['EMBALM_REQUIRE_CORPUS'] !== undefined)
    throw new Error(`There is no corpus at ${corpus}.`);
  if (missing) console.warn(`${names.length} tests skipped: there is no corpus at ${corpus}`);

  it.skipIf(missing).each(names)('finds the same in %s', async (name) => {
    const raw = readFileSync(corpus + name, 'utf8').slice(0, 1_500_000);
    const bytes = Buffer.from(raw.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\"`, '"'));
    const whole = findInWhole(bytes);
    expect(await scanInParts(bytes, 200_000)).toEqual(whole);
    expect(whole.length).toBeGreaterThan(name === 'negatives.jsonl' ? 0 : 40);
  });
});

describe('countUtf16', () => {
  it('counts what decoding gives, wherever a text is cut at a character', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), texts), fc.nat(), fc.nat(), (array, one, other) => {
        const bytes = Buffer.from(array);
        const cuts = [one, other].map((place) => characterStart(bytes, place % (bytes.length + 1)));
        const [first = 0, second = 0] = cuts.toSorted((left, right) => left - right);
        const [head, middle, tail] = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
        expect([head, middle, tail].join('')).toBe(bytes.toString());
        const counted = countUtf16(bytes, first, bytes.length);
        expect(counted.units).toBe(`${middle.toString()}${tail.toString()}`.length);
        expect(counted.before(second)).toBe(middle.toString().length);
        expect(counted.isValid).toBe(
          Buffer.from(`${middle.toString()}${tail.toString()}`).equals(bytes.subarray(first)),
        );
        expect(countUtf16(bytes, 0, first)).toMatchObject({ units: head.toString().length });
      }),
      { numRuns: 500, seed: 20_220_305 },
    );
  });
});

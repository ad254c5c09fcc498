import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryInputs } from '../test/arbitrary-inputs.ts';
import { findReferences } from './find-references.ts';

const seed = readFileSync(new URL('../../../seeds/iss.txt', import.meta.url), 'utf8');

describe('findReferences on the seed article', () => {
  const references = findReferences(seed, { format: 'text' });

  it('finds three flattened embeds and nothing else', () => {
    expect(references.map(({ kind, handle, date }) => [kind, handle, date])).toEqual([
      ['flattened-embed', 'NASAWatch', '2022-03-05'],
      ['flattened-embed', 'roscosmos', '2022-03-04'],
      ['flattened-embed', 'roscosmos', '2022-03-04'],
    ]);
  });

  it('takes the one paragraph of the first', () => {
    expect(references[0]).toEqual({
      kind: 'flattened-embed',
      range: [577, 922],
      post: { platform: 'x', id: null },
      handle: 'NASAWatch',
      name: 'NASA Watch',
      date: '2022-03-05',
      text: "Russian gov't-controlled RIA Novosti @rianru posted a video on Telegram made by @Roscosmos where cosmonauts say goodbye to Mark Vande Hei on #ISS, depart, and then the Russian segment detaches from the rest of ISS. @Rogozin is clearly threatening the ISS program. #NASA #Ukraine",
      links: ['https://pic.twitter.com/fj2coK1xR1'],
      lang: null,
      confidence: 0.99,
    });
  });

  it('takes both paragraphs of the Cyrillic ones, and not the English paragraph before', () => {
    expect(references.slice(1)).toMatchObject([
      {
        name: 'РОСКОСМОС',
        text: 'Дмитрий Рогозин: «Вина за развал сотрудничества в области космоса лежит на плечах США, Великобритании, Франции и Германии»\n\n\n\nЭти страны уничтожили то, что создавалось человечеством с таким трудом, что создавалось кровью и потом тех людей, которые осваивали космос.',
        links: ['https://pic.twitter.com/cV8TijLw8q'],
      },
      {
        name: 'РОСКОСМОС',
        text: 'Дмитрий Рогозин: «Россия в начале 2010-х сократила свой экипаж МКС, чтобы помочь США летать на орбиту»\n\n\n\nУ американцев в 2011 году исчезли пилотируемые возможности, и они 9 лет летали на «Союзах». 30 марта возвращается экипаж #СоюзМС19, в состав которого астронавт Марк Ванде Хай.',
        links: ['https://pic.twitter.com/mvawyRmlMD'],
      },
    ]);
    expect(references.map(({ range }) => seed.slice(...range).slice(-13))).toEqual([
      'March 5, 2022',
      'March 4, 2022',
      'March 4, 2022',
    ]);
  });
});

describe('findReferences on anything', () => {
  it.each(['text', 'html', 'markdown'] as const)(
    'never throws, and gives ordered ranges within the input: %s',
    (format) => {
      let found = 0;
      fc.assert(
        fc.property(arbitraryInputs, (input) => {
          let end = 0;
          for (const { range, confidence, links } of findReferences(input, { format })) {
            expect(range[0]).toBeGreaterThanOrEqual(end);
            expect(range[1]).toBeGreaterThan(range[0]);
            expect(input.slice(...range)).toHaveLength(range[1] - range[0]);
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
            for (const link of links) expect(link).toMatch(/^https?:\/\//i);
            [, end] = range;
            found += 1;
          }
          expect(end).toBeLessThanOrEqual(input.length);
        }),
        { numRuns: 2000, seed: 20_220_305 },
      );
      expect(found).toBeGreaterThan(400);
    },
  );
});

describe('findReferences on hostile input', () => {
  const prefixes = [
    '(@',
    '(@handle)',
    '(@handle) 5 ',
    '— ',
    'pic.twitter.com/',
    'https://t.co/',
    'https://twitter.com/a/status/20?',
    '— N (@h) March 5, 2022 ',
    'a\n— N (@h) March 5, 2022\n',
    '<a ',
    '<div>',
    '&amp;',
    '<blockquote class="twitter-tweet">',
    '<blockquote class="twitter-tweet"><a href="https://x.com/a/status/20">',
    '<a href="https://x.com/a/status/20">',
    '<script>"<blockquote class=\\"twitter-tweet\\">',
    '<p title="&lt;blockquote class=&quot;twitter-tweet&quot;&gt;&lt;p&gt;no embed, but an attribute">',
    '[tweet ',
    '{{< x ',
  ];

  it.each(prefixes.flatMap((prefix) => [[prefix, 'text'] as const, [prefix, 'html'] as const]))(
    'takes time in proportion to the length of %j repeated, as %s',
    (prefix, format) => {
      const timeOf = (count: number): number => {
        const input = prefix.repeat(count);
        // Time on the clock would count what other programs do.
        const start = process.threadCpuUsage();
        findReferences(input, { format });
        const { user, system } = process.threadCpuUsage(start);
        return (user + system) / 1000;
      };
      timeOf(1000);
      const short = Math.min(...[1, 2, 3].map(() => timeOf(2000)));
      // Quadratic time would be 64 times as long.
      const most = 24 * short + 50;
      // Of a long one the compiler and the collector may have a share, and what other programs leave of the processor's caches.
      let long = timeOf(16_000);
      for (let attempts = 0; long > most && attempts < 8; attempts += 1) long = Math.min(long, timeOf(16_000));
      expect(long).toBeLessThan(most);
    },
  );

  it('reads a line of 50 million characters', () => {
    const line = `${'lorem ipsum dolor sit amet '.repeat(1_850_000)}https://x.com/ann/status/20`;
    expect(line.length).toBeGreaterThan(49_000_000);
    expect(findReferences(line, { format: 'text' })).toMatchObject([{ post: { id: '20' } }]);
  });
});

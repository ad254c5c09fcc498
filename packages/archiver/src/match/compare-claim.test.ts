import type { Post } from '@embalm/post';
import type { Claim } from '@embalm/store';
import { describe, expect, it } from 'vitest';
import { readLivePost } from '../../test/read-payload.ts';
import { tweetResult, user } from '../../test/tweet-result.ts';
import { compareClaim } from './compare-claim.ts';

const nothing: Claim = { article: 'a.txt', handle: null, name: null, date: null, text: null, links: [], lang: null };

function postOf(fields: Readonly<Record<string, unknown>>): Post {
  return readLivePost(tweetResult({ display_text_range: undefined, ...fields }));
}

/** How a text compares: `same`, or the similarity. */
function compareText(claimed: string, found: string, fields: Readonly<Record<string, unknown>> = {}): number | 'same' {
  const [mismatch] = compareClaim({ ...nothing, text: claimed }, { ...postOf(fields), text: found });
  return mismatch?.similarity ?? 'same';
}

describe('compareClaim', () => {
  it('finds nothing where nothing is claimed', () => {
    expect(compareClaim(nothing, postOf({}))).toEqual([]);
  });

  it('finds nothing where all agrees, whatever the case of a handle', () => {
    const claim = { ...nothing, handle: 'ADA_Example', date: '2022-03-05', text: 'Hello, world' };
    expect(compareClaim(claim, postOf({}))).toEqual([]);
  });

  it('names each disagreement', () => {
    const claim = { ...nothing, handle: 'bob', date: '2022-03-06', text: 'Something else entirely was said here' };
    expect(compareClaim(claim, postOf({}))).toEqual([
      { field: 'handle', claimed: 'bob', found: 'ada_example', similarity: null },
      { field: 'date', claimed: '2022-03-06', found: '2022-03-05', similarity: null },
      {
        field: 'text',
        claimed: 'Something else entirely was said here',
        found: 'Hello, world',
        similarity: expect.any(Number),
      },
    ]);
  });

  it('does not compare a handle that the payload did not say', () => {
    expect(compareClaim({ ...nothing, handle: 'bob' }, postOf({ user: { ...user, screen_name: undefined } }))).toEqual(
      [],
    );
  });
});

/** Whether a day is the post’s. */
function isSameDay(date: string, fields: Readonly<Record<string, unknown>> = {}): boolean {
  return compareClaim({ ...nothing, date }, postOf(fields)).length === 0;
}

describe('the day', () => {
  it.each(['2022-03-05', '2022-03-05T23:59', '2022-03-05T15:13:36.706Z', '2022-03-06T00:30:00+02:00'])(
    'of the id is %s',
    (date) => {
      expect(isSameDay(date)).toBe(true);
    },
  );

  it.each(['2022-03-04', '2022-03-06', '2021-03-05', '2022-03-06T00:30:00Z', '2022-03-05T23:59:00-02:00'])(
    'of the id is not %s',
    (date) => {
      expect(isSameDay(date)).toBe(false);
    },
  );

  it('of an id without time is the payload’s', () => {
    const fields = { id_str: '20', created_at: 'Tue Mar 21 20:50:14 +0000 2006' };
    expect(isSameDay('2006-03-21', fields)).toBe(true);
    expect(isSameDay('2006-03-22', fields)).toBe(false);
  });
});

describe('the text', () => {
  const text = 'Russian gov’t-controlled RIA Novosti posted a video — “threatening” the ISS program & more. #NASA';

  it.each([
    ['white space', text.replaceAll(' ', '\n  ')],
    ['case', text.toUpperCase()],
    ['quotation marks and dashes', text.replace('—', '-').replace(/[“”]/g, '"').replace('’', "'")],
    ['escapes', text.replace('&', '&amp;')],
    ['links', `${text} https://t.co/fj2coK1xR1 pic.twitter.com/fj2coK1xR1`],
    ['a link glued to the last word', `${text}pic.twitter.com/fj2coK1xR1`],
    ['leading handles of a reply', `@bob @carol ${text}`],
    ['compatibility forms', text.replace('NASA', 'ＮＡＳＡ')],
    ['a cut end', `${text.slice(0, 60)}…`],
    ['a cut end with three dots', `${text.slice(0, 60)}...`],
    ['a lost character', text.replace('’', '')],
  ])('may differ in %s', (_, claimed) => {
    expect(compareText(claimed, text)).toBe('same');
  });

  it('may be longer than what the source carries', () => {
    const claimed = `${text} And this goes on for quite a while, in a long post, as they have become possible in 2023.`;
    const long = claimed.repeat(3);
    expect(compareText(long, text, { note_tweet: { id: 'x' } })).toBe('same');
    expect(compareText(long, `${text}…`)).toBe('same');
    expect(compareText(long, text)).toBeLessThan(0.8);
  });

  it('may have lost all that is not ASCII', () => {
    const post = 'Это важно: NASA и Роскосмос продолжают работать вместе на МКС, said the spokesman today in Houston';
    expect(compareText('NASA , said the spokesman today in Houston', post)).toBe('same');
    expect(compareText('ESA , said somebody else yesterday in Paris', post)).toBeLessThan(0.8);
  });

  it('is not the same as another', () => {
    expect(compareText('A wholly different sentence about the weather in Paris.', text)).toBeLessThan(0.3);
    expect(compareText('Кошка спит на тёплом окне', 'Собака бежит по длинной улице')).toBeLessThan(0.3);
    expect(compareText('Some words', '')).toBe(0);
  });

  it('is not the same because both begin with a few letters', () => {
    expect(compareText('RIA…', 'RIA Novosti posted a video threatening the ISS program')).toBeLessThan(0.8);
  });

  it.each(['', '   ', 'https://t.co/fj2coK1xR1', '…'])('is not compared if it says nothing: %j', (claimed) => {
    expect(compareText(claimed, text)).toBe('same');
  });

  it('of a megabyte is compared in no time (safe)', () => {
    const hostile = ['@a '.repeat(300_000), 'http://'.repeat(150_000), '&amp;'.repeat(200_000), ' '.repeat(1_000_000)];
    const before = process.threadCpuUsage();
    for (const long of hostile) compareText(long, long.slice(1));
    expect(process.threadCpuUsage(before).user).toBeLessThan(3e6);
  });
});

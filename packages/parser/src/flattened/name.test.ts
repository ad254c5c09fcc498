import { describe, expect, it } from 'vitest';
import { findName } from './name.ts';

/** What is read before `(@ann)`, after a reference that ends at 0. */
function nameBefore(text: string): string | null | undefined {
  return findName(`${text}(@ann)`, 0, text.length)?.name;
}

describe('findName', () => {
  it.each([
    ['Body text. — NASA Watch ', 'NASA Watch'],
    ['Body text.— NASA Watch ', 'NASA Watch'],
    ['Body text.\n\n— NASA Watch ', 'NASA Watch'],
    ['Body text – NASA Watch ', 'NASA Watch'],
    ['Body text - NASA Watch ', 'NASA Watch'],
    ['Body text -- NASA Watch ', 'NASA Watch'],
    ['Body text --- NASA Watch ', 'NASA Watch'],
    ['Body text&mdash; NASA Watch ', 'NASA Watch'],
    ['Body text. —NASA Watch ', 'NASA Watch'],
    ['Body text. — NASA Watch\u00a0', 'NASA Watch'],
    ['believe—not in my ability — President Obama ', 'President Obama'],
    ['Body — with a dash — Ann ', 'Ann'],
    ['Body text. — Ann (she/her) (they) ', 'Ann (she/her) (they)'],
    ['Body text. — Ann 🚀👩‍🚀 ', 'Ann 🚀👩‍🚀'],
    ['Body text. — مريم المطيري ', 'مريم المطيري'],
    ['Body text. — Ann - at work ', 'Ann - at work'],
    ['Body text.\n— Ann — at work ', 'Ann — at work'],
    ['Body text. — Ann @ann@example.social ', 'Ann @ann@example.social'],
    ['Body text. — Dr. Ann B. Example, Jr. ', 'Dr. Ann B. Example, Jr.'],
    ['Body text. − Ann ', 'Ann'],
    ['Body text. ⸺ Ann ', 'Ann'],
    ['Body text.\n—\n  Ann Example\n', 'Ann Example'],
    ['Body text.\n\n- Ann Example ', 'Ann Example'],
    ['Body text. —\u200b Ann\u200f ', 'Ann'],
    ['Body text. — Von Miller ', 'Von Miller'],
    ['Body text. — ', null],
  ])('finds the name behind a dash: %j', (text, name) => {
    expect(nameBefore(text)).toBe(name);
  });

  it.each([
    ['Too bad!  Donald J. Trump ', 'Donald J. Trump'],
    ['killed  by  neglect  Donald J. Trump ', 'Donald J. Trump'],
    ['Body text pic.twitter.com/AbCdEfGhIj Ann Example ', 'Ann Example'],
    ['Too bad! Donald J. Trump ', 'Donald J. Trump'],
    ['Body text.\n\n Ann Example ', 'Ann Example'],
    ['so-called - thing  Ann Example ', 'Ann Example'],
    ['Too bad!  Por Some Things Of Mine ', 'Por Some Things Of Mine'],
    ['Too bad!  Ann  Example of Things ', 'Ann  Example of Things'],
    ['Body text. #tag pic.twitter.com/AbCdEfGhIj  ', null],
  ])('finds it where the dash is lost: %j', (text, name) => {
    expect(nameBefore(text)).toBe(name);
  });

  it.each([
    'By Ann Example ',
    'Headline\nBy Ann Example ',
    'Headline\nAnn Example ',
    'Ann Example ',
    'as Ann Example ',
    'Body text. Photo by Ann Example ',
    'Body text. — By Ann Example ',
    'Body text. — Photo: Ann Example ',
    'Body text.  Image credit: Ann Example ',
    'Body text.  Updated by Ann Example ',
    'Body text.  Traducido por Ana ',
    'Body text.  Por Ana Example ',
    'Body text.  Foto: Anna Example ',
    'Body text.  Автор: Анна ',
    'Body text.  著者：山田太郎 ',
    'Body text.  (Photo courtesy of Ann ',
    'Body text.  * Ann Example ',
    'Body text.\n\nImage credit — Ann Example ',
    'Body text.\n\nFuente — Ana ',
    'Speakers\n- Bob (@bob)\n- Ann Example ',
    '- Ann Example ',
    '',
  ])('refuses what may be a byline, a credit or prose: %j', (text) => {
    expect(nameBefore(text)).toBeUndefined();
  });

  it('does not look behind the end of the reference before', () => {
    expect(findName('— Ann (@ann) March 5, 2022 — Bob ', 26, 33)).toMatchObject({ start: 27, name: 'Bob' });
  });
});

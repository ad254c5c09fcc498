import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';

function find(text: string): readonly (readonly [name: string | null, day: string | null, body: string | null])[] {
  return findReferences(text, { format: 'text' })
    .filter(({ kind }) => kind === 'flattened-embed')
    .map((reference) => [reference.name, reference.date, reference.text]);
}

const article =
  'An article has paragraphs that are longer than what people post. They end with a full stop, they go on about one thing, and they take their time. A reader of the paper expects as much.';

describe('flattened embeds', () => {
  it.each([
    ['a dash and spaces', ' — '],
    ['a glued dash', '— '],
    ['a line', '\n— '],
    ['an empty line', '\n\n— '],
    ['an en dash', ' – '],
    ['a hyphen', ' - '],
    ['two hyphens', ' -- '],
    ['an entity', '&mdash; '],
    ['two spaces', '  '],
  ])('are found behind %s', (_, dash) => {
    const text = `${article}\n\nWe have lift-off! 🚀${dash}NASA (@NASA) November 16, 2022\n\n${article}`;
    expect(find(text)).toEqual([['NASA', '2022-11-16', 'We have lift-off! 🚀']]);
  });

  it('are found with a British date', () => {
    expect(find('Lift-off! — ESA (@esa) 16 November 2022')).toEqual([['ESA', '2022-11-16', 'Lift-off!']]);
  });

  it('are found where Markdown escapes the underscores of handles', () => {
    const text = 'Lift-off! — ESA (@\\_esa\\_ops) November 16, 2022';
    for (const format of ['text', 'markdown'] as const)
      expect(findReferences(text, { format })).toMatchObject([{ handle: '_esa_ops', range: [0, text.length] }]);
  });

  it('take their picture and links along', () => {
    const text =
      'Lift-off! https://t.co/AbCdEfGhIj https://nasa.gov/live, pic.twitter.com/KlMnOpQrSt— NASA (@NASA) November 16, 2022';
    expect(findReferences(text, { format: 'text' })).toMatchObject([
      {
        range: [0, text.length],
        text: 'Lift-off! https://t.co/AbCdEfGhIj https://nasa.gov/live,',
        links: ['https://t.co/AbCdEfGhIj', 'https://nasa.gov/live', 'https://pic.twitter.com/KlMnOpQrSt'],
      },
    ]);
  });

  it('begin where the one before ends, when all is glued', () => {
    const text =
      'no one likes you  Calvin (@calvin) December 31, 2017Your year was bad.  Ann (@ann) December 31, 2017pic.twitter.com/AbCdEfGhIj';
    expect(find(text)).toEqual([
      ['Calvin', '2017-12-31', 'no one likes you'],
      ['Ann', '2017-12-31', 'Your year was bad.'],
    ]);
  });

  it('are one where the signature stands twice', () => {
    const text = 'Lift-off!— NASA (@NASA) November 16, 2022\n\n— NASA (@NASA) November 16, 2022';
    expect(findReferences(text, { format: 'text' })).toMatchObject([{ range: [0, text.length], text: 'Lift-off!' }]);
  });

  it('may have lost their body', () => {
    expect(findReferences('— NASA (@NASA) November 16, 2022', { format: 'text' })).toMatchObject([
      { name: 'NASA', text: null, confidence: 0.5 },
    ]);
  });

  it.each([
    ['(@ann) in prose', 'Ann Example (@ann) says that March 5, 2022 was fine.'],
    ['a byline', 'By Ann Example (@ann) March 5, 2022\n\nIt was a fine day.'],
    ['a picture credit', 'Photo by Ann Example (@ann) March 5, 2022'],
    ['an e-mail signature', 'Regards,\n-- \nAnn Example (@ann)\nMarch 2022'],
    ['an Instagram caption', 'A post shared by Ann (@ann) on Mar 5, 2022 at 4:35pm PST'],
    ['a line with a handle that has dots', 'Hello — Ann (@ann.example) June 5, 2024'],
    ['a list of people', '* Ann Example (@ann)\n* Bob Example (@bob)'],
    ['a changelog', '- Fix the parser (@ann)\n\nMarch 5, 2022'],
    ['a day that is none', 'Hello — Ann (@ann) February 30, 2022'],
    ['a reference list', 'Example, Ann (@ann). "Hello." Twitter, 5 Mar. 2022.'],
  ])('are not found in %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('flattened embeds of Bluesky', () => {
  it.each([
    ['ann.bsky.social', 'Jun 5, 2024 at 1:12 AM'],
    ['ann.bsky.social', 'September 18, 2024 at 12:29 AM'],
    ['ann.bsky.social', 'June 5, 2024'],
    ['ann.example', '5. Juni 2024 um 13:12'],
  ])('are told by their handle: %s, %s', (handle, date) => {
    const embed = `Cheese #rstats[image or embed]— Ann Example (@${handle}) ${date}`;
    expect(findReferences(`${article}\n\n${embed}\n\n${article}`, { format: 'text' })).toMatchObject([
      {
        kind: 'flattened-embed',
        range: [article.length + 2, article.length + 2 + embed.length],
        post: { platform: 'bluesky', id: null },
        handle,
        name: 'Ann Example',
        text: 'Cheese #rstats',
      },
    ]);
  });

  it('end before what stands for a picture', () => {
    const text = `${article}\n\nCheese\n\n[image or embed]\n\n— Ann (@ann.bsky.social) Jun 5, 2024 at 1:12 AM\n\n${article}`;
    expect(find(text)).toEqual([['Ann', '2024-06-05', 'Cheese']]);
  });

  it('are named by the link that markup has left', () => {
    const html =
      '<p>Cheese</p>— Ann (<a href="https://bsky.app/profile/did:plc:2hv">@ann.bsky.social</a>) <a href="https://bsky.app/profile/did:plc:2hv/post/3ku5tt4oiks2q">Jun 5, 2024 at 1:12 AM</a>';
    expect(findReferences(html, { format: 'html' })).toMatchObject([
      { kind: 'flattened-embed', post: { platform: 'bluesky', id: '3ku5tt4oiks2q' }, handle: 'ann.bsky.social' },
    ]);
  });
});

describe('a line that holds nothing but a signature without its dash', () => {
  const line = 'Lift-off!\n\nAnn Example (@ann) March 5, 2022';

  it('is one where other dashes were lost too', () => {
    expect(find(`So bad!  Bob (@bob) March 4, 2022\n\n${line}`).map(([name]) => name)).toEqual(['Bob', 'Ann Example']);
  });

  it('is one where it has no name', () => {
    expect(find(`${article}\n\n(@ann) March 5, 2022\n\n${article}`)).toEqual([[null, '2022-03-05', null]]);
    expect(find(`${article}\n\n(@ann) March 5, 2022 it was\n\n${article}`)).toEqual([]);
  });

  it('is a byline elsewhere', () => {
    expect(find(line)).toEqual([]);
    expect(find(`So bad! — Bob (@bob) March 4, 2022\n\n${line}`).map(([name]) => name)).toEqual(['Bob']);
  });
});

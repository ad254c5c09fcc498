import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';

const id = '1500127395262201857';
const statusUrl = `https://twitter.com/NASAWatch/status/${id}`;
const blockquote = `<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">Lift-off &amp; more<br><br>from <a href="https://twitter.com/NASA?ref_src=twsrc%5Etfw">@NASA</a> <a href="https://twitter.com/hashtag/ISS?src=hash">#ISS</a> <a href="https://t.co/KlMnOpQrSt">https://t.co/KlMnOpQrSt</a> <a href="https://t.co/AbCdEfGhIj">pic.twitter.com/AbCdEfGhIj</a></p>&mdash; NASA Watch (@NASAWatch) <a href="${statusUrl}?ref_src=twsrc%5Etfw">March 5, 2022</a></blockquote>`;

function find(html: string): ReturnType<typeof findReferences> {
  return findReferences(html, { format: 'html' });
}

function sourcesOf(html: string): readonly string[] {
  return find(html).map(({ range }) => html.slice(...range));
}

describe('blockquote.twitter-tweet', () => {
  it('is read from its markup', () => {
    const html = `<p>Before.</p>\n${blockquote}\n<script async src="https://platform.twitter.com/widgets.js"></script><p>After.</p>`;
    expect(find(html)).toEqual([
      {
        kind: 'embed',
        range: [html.indexOf('<blockquote'), html.indexOf('</blockquote>') + '</blockquote>'.length],
        post: { platform: 'x', id },
        handle: 'NASAWatch',
        name: 'NASA Watch',
        date: '2022-03-05',
        text: 'Lift-off & more\n\nfrom @NASA #ISS https://t.co/KlMnOpQrSt',
        links: ['https://t.co/KlMnOpQrSt', 'https://t.co/AbCdEfGhIj', `${statusUrl}?ref_src=twsrc%5Etfw`],
        lang: 'en',
        confidence: 1,
      },
    ]);
  });

  it.each([
    'twitter-tweet',
    'tw-align-center twitter-tweet',
    'twitter-tweet tw-align-center',
    'twitter-video',
    'twitter-tweet-rendered',
  ])('has any of its classes, in any order: %s', (classes) => {
    expect(find(blockquote.replace('twitter-tweet', classes))).toMatchObject([{ kind: 'embed', post: { id } }]);
  });

  it('may be written in capitals, with other quotes, or without', () => {
    const html = `<BLOCKQUOTE CLASS=twitter-tweet><P>Hi</P>&mdash; Ann (@ann) <A HREF='//x.com/ann/status/20'>March 5, 2022</A></BLOCKQUOTE>`;
    expect(find(html)).toMatchObject([
      { kind: 'embed', post: { id: '20' }, name: 'Ann', text: 'Hi', links: ['https://x.com/ann/status/20'] },
    ]);
  });

  it('may have its signature in a paragraph of its own', () => {
    const html = `<blockquote class="twitter-tweet">\n  <p>\n    Hi\n    there\n  </p>\n  <p>\n    — Ann (she) — at work (@ann) <a href="${statusUrl}">5 March 2022</a>\n  </p>\n</blockquote>`;
    expect(find(html)).toMatchObject([
      { handle: 'ann', name: 'Ann (she) — at work', text: 'Hi there', date: '2022-03-05', lang: null },
    ]);
  });

  it('may have its signature in the paragraph of the text', () => {
    const html = `<blockquote class="twitter-tweet"><p>Hi — there&mdash; Ann (@ann) <a href="${statusUrl}">March 5, 2022</a></p></blockquote>`;
    expect(find(html)).toMatchObject([{ handle: 'ann', name: 'Ann', text: 'Hi — there' }]);
  });

  it('belongs to the post of its last status link', () => {
    const html = `<blockquote class="twitter-tweet"><p>See <a href="https://twitter.com/bob/status/21">this</a></p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/22">March 5, 2022</a></blockquote>`;
    expect(find(html)).toMatchObject([{ post: { id: '22' }, handle: 'ann' }]);
  });

  it('may be nothing but a link', () => {
    const html = `<blockquote class="twitter-tweet"><a href="${statusUrl}">Loading</a></blockquote>`;
    expect(find(html)).toMatchObject([{ kind: 'embed', post: { id }, handle: 'NASAWatch', text: null }]);
  });

  it('has the time where its markup does', () => {
    const html = `<blockquote class="twitter-tweet"><p>Hi</p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/272392890091720704" data-datetime="2012-11-24T17:35:00+00:00">November 24, 2012</a></blockquote>`;
    expect(find(html)).toMatchObject([{ date: '2012-11-24T17:35:00.000Z' }]);
  });

  it.each(['wa’ jar 5, 2022', 'View on X', ''])(
    'has the day in its id where it prints none that can be read: %j',
    (printed) => {
      expect(find(blockquote.replace('March 5, 2022', printed))).toMatchObject([{ post: { id }, date: '2022-03-05' }]);
    },
  );

  it('has no date where it prints none and its id is too old to have one', () => {
    const html = blockquote.replace('March 5, 2022', '').replace(id, '20');
    expect(find(html)).toMatchObject([{ post: { id: '20' }, date: null }]);
  });

  it('leads to the post whose address an editor made a link in Markdown', () => {
    const html = blockquote.replace(`${statusUrl}?ref_src=twsrc%5Etfw`, `[${statusUrl}](${statusUrl} "${statusUrl}")`);
    expect(find(html)).toMatchObject([{ post: { id }, handle: 'NASAWatch', name: 'NASA Watch', date: '2022-03-05' }]);
  });

  it('ends with its link where it is never closed', () => {
    const html = `${blockquote.replace('</blockquote>', '')}<p>After, ${statusUrl}</p>`;
    expect(sourcesOf(html)).toEqual([html.slice(0, html.indexOf('<p>After')), statusUrl]);
  });

  it('leads to no post where it has no link', () => {
    expect(find('<blockquote class="twitter-tweet"><p>Hi</p></blockquote>')).toEqual([]);
  });

  it('does not end at a quotation within it', () => {
    const html = blockquote.replace('</p>', '</p><blockquote>Quoted.</blockquote>');
    expect(sourcesOf(html)).toEqual([html]);
  });
});

describe('links in HTML', () => {
  it('are the whole <a>', () => {
    const html = `<p>She <a class="x" href="${statusUrl}?s=20&amp;t=abc">wrote</a> it.</p>`;
    expect(sourcesOf(html)).toEqual([`<a class="x" href="${statusUrl}?s=20&amp;t=abc">wrote</a>`]);
    expect(find(html)).toMatchObject([{ kind: 'post-url', post: { id }, links: [`${statusUrl}?s=20&t=abc`] }]);
  });

  it('are one reference where the text is the address too', () => {
    const html = `<a href="https://t.co/AbCdEfGhIj">pic.twitter.com/AbCdEfGhIj</a> and <a href="${statusUrl}">${statusUrl}</a>`;
    expect(find(html)).toMatchObject([
      { kind: 'short-link', links: ['https://t.co/AbCdEfGhIj'] },
      { kind: 'post-url', links: [statusUrl] },
    ]);
  });

  it('are found in text, at the place they have in the source', () => {
    expect(sourcesOf(`<p>5 &lt; 6 &mdash; see\n ${statusUrl}?s=20&amp;t=a.</p>`)).toEqual([
      `${statusUrl}?s=20&amp;t=a`,
    ]);
  });

  it.each([
    `<script>open("${statusUrl}")</script>`,
    `<style>/* ${statusUrl} */</style>`,
    `<!-- ${statusUrl} -->`,
    `<title>${statusUrl}</title>`,
    `<textarea>${blockquote}</textarea>`,
    `<iframe>${statusUrl}</iframe>`,
    `<p data-url="${statusUrl}">none</p>`,
    `<a name="${statusUrl}">none</a>`,
  ])('are not found where no reader sees them: %s', (html) => {
    expect(find(html)).toEqual([]);
  });
});

describe('flattened embeds in HTML', () => {
  const article =
    '<p>An article has paragraphs that are longer than what people post. They end with a full stop, they go on about one thing, and they take their time. A reader of the paper expects as much, and has done so for longer than there have been computers, networks, or posts. What it says here is of no matter.</p>';

  it('are found in the text of blocks, and their range keeps the rest well-formed', () => {
    const embed = `<p>Lift-off &amp; more<br>from <b>us</b></p>\n&mdash; NASA Watch (@NASAWatch) <a href="${statusUrl}">March 5, 2022</a>`;
    const html = `<div>${article}\n${embed}\n${article}</div>`;
    expect(sourcesOf(html)).toEqual([embed]);
    expect(find(html)).toMatchObject([
      {
        kind: 'flattened-embed',
        post: { id },
        name: 'NASA Watch',
        date: '2022-03-05',
        text: 'Lift-off & more\nfrom us',
        links: [statusUrl],
      },
    ]);
  });

  it('take the paragraph or quotation that holds nothing else', () => {
    const html = `${article}<blockquote>\n<p>Lift-off! — NASA (@NASA) March 5, 2022</p>\n</blockquote>${article}`;
    expect(sourcesOf(html)).toEqual(['<blockquote>\n<p>Lift-off! — NASA (@NASA) March 5, 2022</p>\n</blockquote>']);
  });

  it('have no id where the link on the date is of another author', () => {
    const html = `<p>Lift-off! — NASA (@NASA) <a href="https://twitter.com/ann/status/20">March 5, 2022</a></p>`;
    expect(find(html)).toMatchObject([{ kind: 'flattened-embed', handle: 'NASA', post: { id: null } }]);
  });

  it('do not reach over an embed', () => {
    const html = `${blockquote}<p>— Ann (@ann) March 6, 2022</p>`;
    expect(find(html)).toMatchObject([
      { kind: 'embed', handle: 'NASAWatch' },
      { kind: 'flattened-embed', handle: 'ann', text: null },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';

const id = '1500127395262201857';
const url = `https://twitter.com/NASAWatch/status/${id}`;

function find(text: string) {
  return findReferences(text, { format: 'markdown' });
}

function sourcesOf(text: string): readonly string[] {
  return find(text).map(({ range }) => text.slice(...range));
}

describe('Markdown', () => {
  it.each([
    ['a link', `[reported](${url})`],
    ['a link with a title', `[reported](${url}?s=20 "On X")`],
    ['a link with its address as label', `[${url}](${url})`],
    ['an image', `![](${url})`],
  ])('has its links found whole: %s', (_, link) => {
    expect(sourcesOf(`NASA ${link}, it says.\n`)).toEqual([link]);
    expect(find(link)).toMatchObject([{ kind: 'post-url', post: { id } }]);
  });

  it.each([
    ['an autolink', `See <${url}>.`],
    ['a definition', `See [1].\n\n[1]: ${url}\n`],
    ['a bare address', `See\n\n${url}\n\nthere`],
    ['wiki markup', `See [${url} there].`],
    ['a spoiler', `See ||${url}||.`],
  ])('has addresses found: %s', (_, text) => {
    expect(sourcesOf(text)).toEqual([url]);
  });

  it('has the HTML in it read', () => {
    const quote = `<blockquote class="twitter-tweet"><p lang="en">Hi</p>&mdash; NASA Watch (@NASAWatch) <a href="${url}">March 5, 2022</a></blockquote>`;
    const text = `# Title\n\nText, a < b.\n\n${quote}\n\nMore [text](${url}).\n`;
    expect(sourcesOf(text)).toEqual([quote, `[text](${url})`]);
    expect(find(text)).toMatchObject([{ kind: 'embed', text: 'Hi' }, { kind: 'post-url' }]);
  });

  it('has flattened embeds found in quotations, with the link on their date', () => {
    const quote = `> Lift-off!\n>\n> — NASA Watch (@NASAWatch) [March 5, 2022](${url}?ref_src=twsrc%5Etfw)`;
    const article = 'A paragraph of an article is longer than what people post, and goes on about one thing. '.repeat(
      4,
    );
    expect(find(`${article}\n\n${quote}\n\n${article}`)).toMatchObject([
      { kind: 'flattened-embed', post: { id }, name: 'NASA Watch', date: '2022-03-05', text: 'Lift-off!' },
    ]);
  });

  it.each(['---', '+++'])('has the links in front matter found, and no post begins there: %s', (rule) => {
    const front = `${rule}\r\ntitle: A\r\nsource: ${url}\r\n${rule}`;
    const post = 'The station passes tonight. — NASA Watch (@NASAWatch) March 5, 2022';
    expect(sourcesOf(`${front}\r\n${post}`)).toEqual([url, post]);
  });

  it.each([
    `\`\`\`md\n${url}\n{{< tweet ${id} >}}\n\`\`\`\n`,
    `~~~\n<Tweet id="${id}" />\n~~~`,
    `Write \`{{< tweet ${id} >}}\`.`,
  ])('has its code left alone: %j', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each(['\\<?', '\\<!--', '\\\\\\<!'])('has what is behind %j found, for it begins no comment', (escaped) => {
    expect(sourcesOf(`A ${escaped} b [c](${url})`)).toEqual([`[c](${url})`]);
    expect(sourcesOf(`A \\${escaped} b [c](${url})`)).toEqual([]);
  });

  it('has no reference within another', () => {
    expect(sourcesOf(`<div class="tweet" data-url="${url}">{{< tweet 20 >}}</div>`)).toHaveLength(1);
    expect(find(`<a href="${url}">[tweet 123456]</a>`)).toHaveLength(1);
  });

  it('goes on behind code', () => {
    expect(sourcesOf(`\`\`\`\na\n\`\`\`\n\n${url}\n\n\`\`\`\nb\n\`\`\`\n`)).toEqual([url]);
  });
});

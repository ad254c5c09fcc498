import { describe, expect, it } from 'vitest';
import { findInAnswer, readFeedAnswer } from './read-feed-answer.ts';

const source = 'https://news.example/feed';
const link = (id: number): string => `&lt;a href="https://twitter.com/jack/status/${id}"&gt;Žluť&lt;/a&gt;`;
const rss = `<rss version="2.0"><channel><title>News</title>
  <item><title>None</title><description>Nothing</description></item>
  <item><title>One</title><description>${link(20)}</description></item>
  <item><description><![CDATA[<p>Two</p> https://x.com/jack/status/21]]></description></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">${link(22)}</content></entry></feed>`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function sourcesOf(text: string, type: string): Promise<readonly string[]> {
  return (await findInAnswer(source, bytes(text), type)).map((found) => found.source);
}

describe('a feed that a server sends', () => {
  it.each([
    ['RSS', 'application/rss+xml', rss],
    ['RSS that says it is XML', 'application/xml; charset=utf-8', `<?xml version="1.0"?>\n${rss}`],
    [
      'RSS with a style sheet',
      'text/xml',
      `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- by hand -->\n${rss}`,
    ],
    ['RSS that is called a page', 'text/html', rss],
    ['RSS of no type', '', rss],
  ])('is read entry by entry: %s', async (_, type, text) => {
    await expect(sourcesOf(text, type)).resolves.toEqual([`${source}#2`, `${source}#3`]);
  });

  it('may be Atom, and in another encoding', async () => {
    await expect(sourcesOf(atom, 'application/atom+xml')).resolves.toEqual([`${source}#1`]);
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${atom.replaceAll('Žluť', 'caf\u00e9')}`,
      'latin1',
    );
    const article = await readFeedAnswer(source, latin, 'application/xml');
    expect(article?.text).toContain('>café</a>');
  });

  it('makes one article of its entries', async () => {
    const article = await readFeedAnswer(source, bytes(rss), 'application/rss+xml');
    expect(article).toMatchObject({ source, format: 'html' });
    expect(article?.text.match(/<section>/g)).toHaveLength(3);
    expect(article?.text).toContain('<a href="https://twitter.com/jack/status/20">Žluť</a>');
  });

  it('is told from pages, and from other XML', async () => {
    const page = '<!doctype html><p>https://x.com/jack/status/20</p>';
    await expect(sourcesOf(page, 'text/html')).resolves.toEqual([source]);
    await expect(readFeedAnswer(source, bytes(page), 'text/html')).resolves.toBeNull();
    await expect(sourcesOf('<svg><title>rss</title></svg>', 'image/svg+xml')).rejects.toThrow('not an article');
  });
});

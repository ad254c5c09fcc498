import { describe, expect, it } from 'vitest';
import { findIn } from '../../../test/find-in.ts';
import { mostRecordBytes } from './record-limit.ts';

const link = (id: number): string => `<a href="https://x.com/ann/status/${id}">a</a>`;
const escape = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

async function idsIn(feed: string, chunkLength?: number): Promise<readonly string[]> {
  const { found, problems } = await findIn(feed, { format: 'feed' }, chunkLength);
  expect(problems).toEqual([]);
  return found.map(({ source, rest }) => `${source} ${/"id":"(?<id>\d+)"/.exec(rest)?.groups?.['id'] ?? ''}`);
}

describe('readFeed', () => {
  const feed = `<?xml version="1.0"?><!-- ${link(1)} --><rss><channel><description>${escape(link(2))}</description>
    <item><title>${escape(link(3))}</title><description>${escape(link(4))}</description></item>
    <item><description>${escape(link(5))}</description><content:encoded><![CDATA[<p>${link(6)}</p>]]></content:encoded></item>
    <entry><summary/><content type="xhtml"><div><content>${link(7)}</content> &amp; <br/>${link(8)}</div></content></entry>
    <item><title>None</title></item>
    <item><description>${escape(link(9))}</item>
    <item><description>${escape(link(10))}`;
  const ids = ['-#1 4', '-#2 6', '-#3 7', '-#3 8', '-#5 9', '-#6 10'];

  it('gives the fullest text of each entry, escaped or not, closed or not', async () => {
    expect(await idsIn(feed)).toEqual(ids);
  });

  it('gives the same, wherever the input is cut into chunks', async () => {
    for (let length = 1; length < 60; length += 1) expect(await idsIn(feed, length)).toEqual(ids);
  });

  it('passes over an entry that is too long, and tells it', async () => {
    const long = escape(`${link(20)} `).repeat(Math.ceil(mostRecordBytes / link(20).length));
    const { found, problems } = await findIn(
      `<rss><item><description>${long}</description></item><item><description>${escape(link(21))}</description></item>`,
      { format: 'feed' },
    );
    expect(found.map(({ source }) => source)).toEqual(['-#2']);
    expect(problems).toEqual([{ source: '-#1', message: 'it is longer than 16 MiB and is skipped.', fatal: false }]);
  });

  it('ends at a comment that is longer than a record may be', async () => {
    const input = `<rss><item><description>${escape(link(20))}</description></item><!-- ${'long '.repeat(mostRecordBytes / 4)}`;
    const { found, problems } = await findIn(input, { format: 'feed' });
    const message = 'a tag, a comment or the like: it is longer than 16 MiB and is skipped. So is what is behind it.';
    expect([found.length, problems]).toEqual([1, [{ source: '-', message, fatal: false }]]);
  });

  it('takes elements that are opened without end one by one', async () => {
    const opened = '<item><b>'.repeat(500_000);
    expect(await idsIn(`<rss>${opened}<item><description>${escape(link(20))}`)).toEqual(['-#500001 20']);
  });
});

import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import { findIn, findInNames } from '../../test/find-in.ts';
import type { CorpusFormat } from './corpus-format.ts';

const url = 'https://x.com/ann/status/20';
const embed = 'Hello #world pic.twitter.com/AbCdEfGhIj — Ann Example (@ann) March 5, 2022';
const html = `<p>See <a href="${url}">this</a></p>`;

const inputs: readonly (readonly [format: CorpusFormat, input: string, sources: readonly string[]])[] = [
  ['text', `Look: ${url}\n\n${embed}\n`, ['-', '-']],
  ['markdown', `[Look](${url})`, ['-']],
  ['html', html, ['-']],
  ['jsonl', `{"text":"none"}\n${JSON.stringify({ text: embed })}\n\n${JSON.stringify({ text: url })}`, ['-#2', '-#4']],
  ['json', JSON.stringify([{ content: url }, { html }, 'none', embed]), ['-#1', '-#2', '-#4']],
  ['csv', `id,text\r\n1,"a ""quoted"" word"\r\n2,"${embed}\r\n${url}"\r\n`, ['-#2', '-#2']],
  ['tsv', `id\ttext\n1\t${url}\n`, ['-#1']],
  [
    'feed',
    `<?xml version="1.0"?><rss><channel><item><title>${url}</title></item>
     <item><description>Short</description><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`,
    ['-#2'],
  ],
  [
    'feed',
    `<feed><entry><summary>${url}</summary></entry><entry><content type="html">${html
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')}</content></entry></feed>`,
    ['-#1', '-#2'],
  ],
  [
    'warc',
    warcRecord('warcinfo', 'application/warc-fields', `description: ${url}`) +
      warcRecord('response', 'application/http; msgtype=response', httpResponse('text/html; charset=utf-8', html)) +
      warcRecord('response', 'application/http; msgtype=response', httpResponse('image/png', url)) +
      warcRecord('conversion', 'text/plain', embed),
    ['-#2', '-#4'],
  ],
];

describe('findInInputs', () => {
  it.each(inputs)('reads %s', async (format, input, sources) => {
    for (const options of [{ format }, {}]) {
      // Markdown, CSV and pages of one line are not told by how they begin.
      if (options.format === undefined && ['markdown', 'csv', 'tsv', 'json'].includes(format)) continue;
      for (const chunkLength of [7, 65_536]) {
        const { found, problems } = await findIn(input, options, chunkLength);
        expect(problems).toEqual([]);
        expect(found.map(({ source }) => source)).toEqual(sources);
      }
    }
  });

  it.each(inputs)('reads %s packed', async (format, input, sources) => {
    const half = Math.floor(Buffer.byteLength(input) / 2);
    const [start, end] = [Buffer.from(input).subarray(0, half), Buffer.from(input).subarray(half)];
    for (const pack of [gzipSync, zstdCompressSync]) {
      const { found, problems } = await findIn(Buffer.concat([pack(start), pack(end)]), { format }, 50);
      expect(problems).toEqual([]);
      expect(found.map(({ source }) => source)).toEqual(sources);
    }
  });

  it('gives ranges within the text of the record', async () => {
    const { found } = await findIn(JSON.stringify({ text: `Привет: ${url}` }), { format: 'jsonl' });
    expect(found).toMatchObject([{ kind: 'post-url', range: [8, 8 + url.length] }]);
    expect(JSON.parse(`{"_":0${found[0]?.rest}`)).toMatchObject({ post: { platform: 'x', id: '20' }, handle: 'ann' });
  });

  it('tells lines where that is asked for', async () => {
    const { found } = await findIn(`one\ntwo ${url}\n\n${url}`, { format: 'text', countLines: true });
    expect(found.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['the field it is told', { field: 'a.b' }, { a: { b: url }, text: '' }],
    ['a field whose name has dots', { field: 'a.b' }, { 'a.b': url }],
    ['the first of the usual ones', {}, { id: 1, content: url, body: 'none' }],
  ])('takes the text from %s', async (_, options, record) => {
    const { found } = await findIn(JSON.stringify(record), { format: 'jsonl', ...options });
    expect(found).toHaveLength(1);
  });

  it('finds the same in a long text, whatever it is packed in and whoever looks', async () => {
    const text = `${'Просто текст. '.repeat(5000)}${embed}\n\n${'plain text, no links. '.repeat(9000)}${url} `.repeat(
      12,
    );
    const expected = findReferences(text, { format: 'text' }).map(({ kind, range }) => ({ kind, range }));
    expect(expected).toHaveLength(24);
    for (const bytes of [
      Buffer.from(text),
      gzipSync(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
    ]) {
      for (const workers of [1, 3]) {
        const { found, problems } = await findIn(bytes, { format: 'text', workers });
        expect(problems).toEqual([]);
        expect(found.map(({ kind, range }) => ({ kind, range }))).toEqual(expected);
      }
    }
  });

  it('counts the records of many inputs in threads, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'embalm-threads-'));
    const lines = Array.from({ length: 9000 }, (_, n) =>
      JSON.stringify({ text: n % 1000 === 0 ? url : 'x'.repeat(300) }),
    );
    const names = ['a.jsonl', 'b.jsonl', 'c.jsonl.gz'].map((name) => join(folder, name));
    for (const name of names)
      await writeFile(name, name.endsWith('.gz') ? gzipSync(lines.join('\n')) : lines.join('\n'));
    const sources = names.flatMap((name) =>
      [1, 1001, 2001, 3001, 4001, 5001, 6001, 7001, 8001].map((n) => `${name}#${n}`),
    );
    for (const workers of [1, 2]) {
      const { found } = await findInNames(names, { workers });
      expect(found.map(({ source }) => source)).toEqual(sources);
    }
    await rm(folder, { recursive: true });
  });

  it.each([
    ['UNCOMPRESSED', {}],
    ['SNAPPY', {}],
    ['GZIP', { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)) }],
    ['ZSTD', { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes)) }],
    ['BROTLI', { BROTLI: (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes)) }],
  ] as const)('reads a column of Parquet packed with %s', async (codec, compressors) => {
    const folder = await mkdtemp(join(tmpdir(), 'embalm-parquet-codec-'));
    const name = join(folder, 'a.parquet');
    const data = Array.from({ length: 2500 }, (_, n) => (n % 1000 === 7 ? `${url} ` : 'none of them here ').repeat(9));
    const columnData = [{ name: 'text', data }];
    await writeFile(name, Buffer.from(parquetWriteBuffer({ columnData, codec, compressors, rowGroupSize: 900 })));
    const { found, problems } = await findInNames([name]);
    expect(problems).toEqual([]);
    expect(found.map(({ source }) => source)).toEqual(
      [8, 1008, 2008].flatMap((n) => Array.from({ length: 9 }, () => `${name}#${n}`)),
    );
    await rm(folder, { recursive: true });
  });

  it.each([
    ['', 'it has 0 bytes.'],
    ['PAR1', 'it has 4 bytes.'],
    ['PAR1, and what is none', 'parquet file invalid (footer != PAR1).'],
  ])('refuses what is no Parquet: %j', async (content, reason) => {
    const folder = await mkdtemp(join(tmpdir(), 'embalm-no-parquet-'));
    const name = join(folder, 'a.parquet');
    await writeFile(name, content);
    const message = `not a Parquet file, or a damaged one: ${reason}`;
    expect(await findInNames([name])).toEqual({ found: [], problems: [{ source: name, message, fatal: true }] });
    await rm(folder, { recursive: true });
  });

  it('reads a column of Parquet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'embalm-parquet-'));
    const name = join(folder, 'a.parquet');
    const data = Array.from({ length: 250 }, (_, n) => (n % 100 === 7 ? url : 'none'));
    const columnData = [
      { name: 'id', data: data.map((_, n) => n) },
      { name: 'text', data },
    ];
    await writeFile(name, Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 100 })));
    const { found, problems } = await findInNames([name]);
    expect(problems).toEqual([]);
    expect(found.map(({ source }) => source)).toEqual([8, 108, 208].map((n) => `${name}#${n}`));
    expect((await findInNames([name], { field: 'body' })).problems).toMatchObject([{ fatal: true }]);

    const whole = await readFile(name);
    for (let length = 0; length < whole.length; length += 97) {
      const damaged = Buffer.from(whole);
      damaged.fill(0xff, length, Math.min(whole.length, length + 40));
      for (const bytes of [whole.subarray(0, length), damaged]) {
        await writeFile(name, bytes);
        expect((await findInNames([name])).found.length).toBeLessThanOrEqual(3);
      }
    }
    await rm(folder, { recursive: true });
  });
});

describe('encodings of records', () => {
  const text = `Ça coûte cher : ${url}`;
  it.each([
    [
      'the HTTP header',
      warcRecord('response', 'application/http', httpResponse('text/plain; charset=iso-8859-1', text)),
    ],
    ['<meta>', warcRecord('response', 'application/http', httpResponse('text/html', `<meta charset=latin1>${text}`))],
    [
      'an XML declaration',
      `<?xml version="1.0" encoding="ISO-8859-1"?><rss><item><description>${text}</description></item></rss>`,
    ],
  ])('are told by %s', async (_, input) => {
    const { found, problems } = await findIn(Buffer.from(input, 'latin1'));
    expect(problems).toEqual([]);
    const end = input.includes('<meta') ? text.length + '<meta charset=latin1>'.length : text.length;
    expect(found.map(({ range }) => range[1])).toEqual([end]);
  });
});

describe('a bad record', () => {
  it.each<readonly [string, CorpusFormat, string, readonly string[], readonly string[]]>([
    [
      'JSON Lines',
      'jsonl',
      `{"text":"${url}"}\n{"text":\nnot json\n{"text":5,"url":"${url}"}\n{"text":"${url}"}`,
      ['-#1', '-#5'],
      ['-#2', '-#3', '-#4'],
    ],
    ['JSON', 'json', JSON.stringify([{ text: url }, { other: url }, { text: url }]), ['-#1', '-#3'], ['-#2']],
    [
      'WARC',
      'warc',
      `${page(url)}${page(url).replace(/Content-Length: \d+/, 'Content-Length: 99')}${page(url)}`,
      ['-#1', '-#3'],
      ['-#2'],
    ],
    ['WARC without length', 'warc', `${page(url)}WARC/1.0\r\n\r\n${url}\r\n\r\n${page(url)}`, ['-#1', '-#3'], ['-#2']],
  ])('of %s is told with its place and skipped', async (_, format, input, sources, problems) => {
    const result = await findIn(input, { format });
    expect(result.found.map(({ source }) => source)).toEqual(sources);
    expect(result.problems.map(({ source }) => source)).toEqual(problems);
    expect(result.problems.every(({ fatal }) => !fatal)).toBe(true);
  });

  it('is not told of each row of a table without a column for the text: the table cannot be read', async () => {
    const table = `id,headline\n${`1,${url}\n`.repeat(50)}`;
    const { found, problems } = await findIn(table, { format: 'csv' });
    expect([found, problems]).toMatchObject([[], [{ fatal: true }]]);
    expect(problems[0]?.message).toContain('Name its field with --field. Its columns are id, headline.');
    expect((await findIn(table, { format: 'csv', field: 'headline' })).found).toHaveLength(50);
  });

  it('of gzip ends with what could be unpacked', async () => {
    const lines = Array.from({ length: 50_000 }, (_, n) =>
      JSON.stringify({ n, text: n % 1000 === 0 ? url : `text ${n * n}` }),
    );
    const packed = gzipSync(lines.join('\n'));
    const { found, problems } = await findIn(packed.subarray(0, packed.length - 1000), { format: 'jsonl' });
    expect(found.length).toBeGreaterThan(45);
    expect(problems.some(({ message }) => message.includes('end too early'))).toBe(true);
  });

  it('in a packed file that is refused leaves the next one as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'embalm-refused-'));
    const names = ['a.txt.gz', 'b.jsonl'].map((name) => join(folder, name));
    const [refused = '', next = ''] = names;
    const noise = Buffer.alloc(1 << 22);
    for (let at = 0; at < noise.length; at += 4) noise.writeInt32LE(Math.imul(at, 2_654_435_761) ^ (at >> 7), at);
    await writeFile(refused, gzipSync(noise, { level: 1 }));
    await writeFile(next, `${JSON.stringify({ text: url })}\n`.repeat(100_000));
    const { found, problems } = await findInNames(names);
    expect(problems).toMatchObject([{ source: refused, fatal: true }]);
    expect(found).toHaveLength(100_000);
    await rm(folder, { recursive: true });
  });

  it('in a file that is not there leaves the others their turn', async () => {
    const { problems } = await findInNames(['/nowhere/a.txt', '/nowhere', 'https://example.com/']);
    expect(problems.map(({ fatal }) => fatal)).toEqual([true, true, true]);
  });
});

function httpResponse(type: string, body: string): string {
  return `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
}

function warcRecord(type: string, contentType: string, block: string): string {
  const length = Buffer.byteLength(block, contentType === 'application/http' ? 'latin1' : 'utf8');
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nContent-Type: ${contentType}\r\nContent-Length: ${length}\r\n\r\n${block}\r\n\r\n`;
}

function page(text: string): string {
  return warcRecord('conversion', 'text/plain', text);
}

import { appendFile, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findReferences } from '@embalm/parser';
import { renderSite } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { makePost } from '../../packages/renderer/test/make-post.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { printTable } from './print-table.ts';

// `pnpm bench:site`: how long it takes to render a built site in place, the first time and again.
const pages = 10_000;
const words =
  '<p>Words of an article, as many as there are in a paragraph of the news, with <a href="/x">a link</a>.</p>\n';
const post = makePost();
const embed = `<p>{{< tweet ${post.id.slice('x:'.length)} >}}</p>\n`;
const capturedAt = '2022-03-07T09:30:00.000Z';

await using folder = await temporaryFolder();
const site = join(folder.path, 'public');
await using archive = await openArchive(join(folder.path, 'archive'));
await archive.commit({
  post: post.id,
  capturedAt,
  knownAs: [],
  observation: { state: 'live', source: 'x-embed', at: capturedAt, reason: null },
  answers: [],
  source: 'x-embed',
  content: post,
  claim: null,
  mismatches: [],
  exchanges: [],
  files: {},
  software: { name: 'embalm', version: '0.1.0', browser: null },
});
for (let page = 0; page < pages; page += 1) await writeFile(await pathOf(page), textOf(page));

const rows = [await measure('the first time')];
rows.push(await measure('again, nothing changed'));
for (let page = 0; page < pages; page += 1) await utimes(await pathOf(page), 1, page);
rows.push(await measure('copied elsewhere: the same bytes, other times'));
for (let page = 0; page < pages; page += 100) await appendFile(await pathOf(page), words);
rows.push(await measure('one page in a hundred changed'));
printTable([`${pages} pages of 8 kB, a post on one in ten`, 'seconds', 'processor', 'rewritten', 'skipped'], rows);

async function measure(what: string): Promise<readonly string[]> {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  const done = await renderSite(archive, site, (html) => findReferences(html, { format: 'html' }));
  const { user, system } = process.cpuUsage(used);
  const count = (wanted: string): string => String(done.filter(({ outcome }) => outcome === wanted).length);
  return [what, seconds(performance.now() - begin), seconds((user + system) / 1000), count('rewritten'), count('same')];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function textOf(page: number): string {
  const body = words.repeat(72);
  return `<!doctype html>\n<html><head><title>${page}</title></head>\n<body>\n${body}${page % 10 === 0 ? embed : ''}${body.slice(0, 400)}</body></html>\n`;
}

async function pathOf(page: number): Promise<string> {
  const directory = join(site, String(page % 100));
  await mkdir(directory, { recursive: true });
  return join(directory, `${page}.html`);
}

import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { randomRow } from '../../packages/store/test/random-row.ts';

/** What to write: how long it is, and how far its references are from each other, in bytes. */
export interface DataPlan {
  readonly name: string;
  readonly bytes: number;
  readonly distance: number;
  /** What stands for a reference: links, or links and flattened embeds in turn. */
  readonly kinds: 'links' | 'mixed';
  /** `news` has the quotes, apostrophes and dashes that news have, which are not ASCII. */
  readonly prose: 'ascii' | 'news';
  /** `site.warc.gz` has pages with the styles, scripts, frames and share buttons that those of the web have. */
  readonly form: 'text' | 'text.gz' | 'warc.gz' | 'site.warc.gz';
}

const words =
  'the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people'.split(
    ' ',
  );

const distinct = 64;

/** One page in so many has a reference; all have a link to a profile. */
const pagesToOne = 50;

/** Write a plan's data into a folder, unless they are there. Always the same bytes. @returns The file. */
export function makeData(folder: string, plan: DataPlan): string {
  const path = join(folder, `${plan.name}-${Math.round(plan.bytes / 1024 / 1024)}-MB.${plan.form}`);
  mkdirSync(folder, { recursive: true });
  if (existsSync(path) && statSync(path).size > 0) return path;
  const random = randomRow(20_220_305);
  const paragraphs = Array.from({ length: distinct }, () => writeProse(plan, random));
  const file = openSync(`${path}.part`, 'w');
  for (let n = 0, written = 0; written < plan.bytes; n += 1) {
    const prose = paragraphs[n % distinct] ?? '';
    const bytes = Buffer.from(writeText(plan, prose, n));
    writeSync(file, plan.form === 'text' ? bytes : gzipSync(bytes));
    written += bytes.length;
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

function writeText({ form, kinds }: DataPlan, prose: string, n: number): string {
  const reference = writeReference(n, kinds);
  switch (form) {
    case 'text':
    case 'text.gz':
      return prose + reference;
    case 'warc.gz':
      return writeWarc(writePage(n % pagesToOne === 0 ? prose + reference : prose));
    case 'site.warc.gz':
      return writeWarc(writeSitePage(n % pagesToOne === 0 ? prose + reference : prose, n));
  }
}

function writeReference(n: number, kinds: DataPlan['kinds']): string {
  const code = `AbCd${String(n).padStart(6, '0')}`;
  const id = `1500127395${String(n).padStart(9, '0')}`;
  switch (kinds === 'links' ? n % 2 : n % 3) {
    case 0:
      return ` https://twitter.com/ann/status/${id}?s=20 `;
    case 1:
      return ` https://t.co/${code} `;
    default:
      return `\n\nSo it goes, he said again. #tag pic.twitter.com/${code} — Ann Example (@ann_ex) March 5, 2022\n\n`;
  }
}

function writeProse({ distance, prose }: DataPlan, random: () => number): string {
  let text = '';
  while (text.length < distance) {
    const sentence = Array.from(
      { length: 8 + Math.floor(random() * 14) },
      () => words[Math.floor(random() * words.length)],
    );
    const joined = sentence.join(' ');
    const written = joined.charAt(0).toUpperCase() + joined.slice(1) + (random() < 0.1 ? ' (see p. 4/5).' : '. ');
    text += prose === 'news' ? setInType(written, random()) : written;
    if (random() < 0.15) text += '\n\n';
  }
  return text;
}

/** About one character in 250 is not ASCII then. */
function setInType(sentence: string, chance: number): string {
  if (chance < 0.1) return `“${sentence.trim()}” `;
  if (chance < 0.2) return sentence.replace(' ', '’s ');
  return chance < 0.3 ? sentence.replace(', ', ' – ').replace(' and ', ' – and ') : sentence;
}

function writeWarc(page: string): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
}

function writePage(text: string): string {
  const paragraphs = text.split('\n\n').map((part) => `<p class="text">${part}</p>`);
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="twitter:card" content="summary"></head><body>${paragraphs.join('\n')}<a href="https://twitter.com/example">Follow us</a></body></html>`;
}

const siteHead = `<meta charset="utf-8"><meta name="twitter:card" content="summary"><meta name="twitter:site" content="@example">
<style>.nav{margin:0}.entry .twitter-tweet,.fb-post,.instagram-media{margin:0 auto}@media screen{.wp-block-embed{width:100%}}</style>
<script>(function(w,d){var e=d.createElement('script'),t=d.querySelector("[data-src]");e.async=!0;for(var i=0;i<w.length;i++){w[i]=t[x]}})(window,document);{{}}</script>
<script type="application/ld+json">{"@type":"NewsArticle","sameAs":["https:\\/\\/twitter.com\\/example","https:\\/\\/www.facebook.com\\/example"],"name":"Caf\\u00e9"}</script>
<script async src="https://platform.twitter.com/widgets.js"></script>`;
const siteFoot = `<iframe src="https://www.googletagmanager.com/ns.html?id=1" height="0"></iframe>
<a href="https://twitter.com/intent/tweet?text=a" data-provider="none">Tweet</a> <a href="https://www.facebook.com/example">Like</a> <a href="https://www.youtube.com/user/example">Watch</a>
<div class="fb-page" data-href="https://www.facebook.com/example" data-tabs="timeline"></div><p>&#169; Example &#8211; mail&#64;example.com</p>`;

function writeSitePage(text: string, n: number): string {
  const items = Array.from(
    { length: 60 },
    (_, item) =>
      `<li class="menu-item menu-${n + item}"${item % 6 === 0 ? ' data-post="1"' : ''}><a href="https://example.com/category/${item}/page_${n}/" title="News &amp; more">Item ${item}</a></li>`,
  );
  const paragraphs = text.split('\n\n').map((part) => `<p class="wp-block-text">${part}</p>`);
  return `<!doctype html><html><head>${siteHead}</head><body><ul>${items.join('\n')}</ul>${paragraphs.join('\n')}${siteFoot}</body></html>`;
}

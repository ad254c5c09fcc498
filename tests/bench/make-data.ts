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
  readonly form: 'text' | 'text.gz' | 'warc.gz';
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
    const bytes = Buffer.from(
      plan.form === 'warc.gz'
        ? writeWarc(n % pagesToOne === 0 ? prose + writeReference(n, plan.kinds) : prose)
        : prose + writeReference(n, plan.kinds),
    );
    writeSync(file, plan.form === 'text' ? bytes : gzipSync(bytes));
    written += bytes.length;
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
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

function writeWarc(text: string): string {
  const paragraphs = text.split('\n\n').map((part) => `<p class="text">${part}</p>`);
  const page = `<!doctype html><html><head><meta charset="utf-8"><meta name="twitter:card" content="summary"></head><body>${paragraphs.join('\n')}<a href="https://twitter.com/example">Follow us</a></body></html>`;
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
}

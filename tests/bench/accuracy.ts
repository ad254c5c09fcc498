import { existsSync, readFileSync } from 'node:fs';
import { dayOfXId, type Reference } from '@embalm/post';
import { findReferences } from '@embalm/parser';
import { printTable } from './print-table.ts';

/**
 * How much of what real pages refer to is found, and how exactly. The samples are no part of this repository: they lie
 * beside it.
 */
const corpus = new URL('../../../shared/corpus/', import.meta.url);

interface Gold {
  readonly handle: string;
  readonly name: string;
  readonly date: string;
  readonly range: readonly [number, number];
  readonly body: string;
  readonly links: readonly string[];
  readonly ui_lang: string | null;
}

interface Page {
  readonly style: string;
  readonly text: string;
  readonly gold: readonly Gold[];
}

interface Tally {
  gold: number;
  found: number;
  extra: number;
  date: number;
  name: number;
  body: number;
  linked: number;
  links: number;
}

function readRows(file: string): readonly unknown[] {
  const lines = readFileSync(new URL(file, corpus), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

function fold(text: string | null): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}

/** A body without the links that trail it. */
function bare(text: string | null): string {
  return fold(fold(text).replace(/(?:\s*(?:https?:\/\/)?(?:pic\.(?:twitter|x)\.com|t\.co)\/\w+)+$/u, ''));
}

function findFlattened(text: string): Reference[] {
  return findReferences(text, { format: 'text' }).filter(({ kind }) => kind === 'flattened-embed');
}

function matches(gold: Gold, { range, handle }: Reference): boolean {
  return Math.abs(range[1] - gold.range[1]) <= 2 && handle?.toLowerCase() === gold.handle.toLowerCase();
}

function measureFlattened(): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const tallyOf = (group: string): Tally => {
    const tally = tallies.get(group) ?? { gold: 0, found: 0, extra: 0, date: 0, name: 0, body: 0, linked: 0, links: 0 };
    tallies.set(group, tally);
    return tally;
  };
  for (const { style, text, gold } of readRows('flattened-gold.jsonl') as readonly Page[]) {
    const found = findFlattened(text);
    for (const embed of gold) {
      const index = found.findIndex((reference) => matches(embed, reference));
      const [reference] = index === -1 ? [] : found.splice(index, 1);
      for (const group of ['all', `as ${style}`, `printed in ${embed.ui_lang ?? 'no language'}`]) {
        count(tallyOf(group), embed, reference);
      }
    }
    for (const group of ['all', `as ${style}`]) tallyOf(group).extra += found.length;
  }
  return tallies;
}

function count(tally: Tally, gold: Gold, reference: Reference | undefined): void {
  tally.gold += 1;
  if (reference === undefined) return;
  tally.found += 1;
  if (reference.date === gold.date) tally.date += 1;
  if (fold(reference.name) === fold(gold.name)) tally.name += 1;
  if (bare(reference.text) === bare(gold.body)) tally.body += 1;
  if (gold.links.length === 0) return;
  tally.linked += 1;
  if (gold.links.every((link) => reference.links.some((url) => url.endsWith(link)))) tally.links += 1;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(2);
}

function printFlattened(): void {
  const rows = [...measureFlattened()].sort(([one], [other]) => one.localeCompare(other, 'en'));
  printTable(
    ['flattened', 'embeds', 'found %', 'right %', 'date %', 'name %', 'body %', 'links %'],
    rows.map(([group, tally]) => [
      group,
      String(tally.gold),
      percent(tally.found, tally.gold),
      group.startsWith('printed') ? '–' : percent(tally.found, tally.found + tally.extra),
      percent(tally.date, tally.found),
      percent(tally.name, tally.found),
      percent(tally.body, tally.gold),
      percent(tally.links, tally.linked),
    ]),
  );
}

function printOthers(): void {
  const wild = (
    readRows('flattened-wild.jsonl') as readonly {
      readonly context: string;
      readonly handle: string;
      readonly date: string | null;
    }[]
  ).filter(({ date }) => date !== null);
  const inWild = wild.filter(({ context, handle }) => findFlattened(context).some((found) => found.handle === handle));
  const negatives = readRows('negatives.jsonl') as readonly { readonly text: string }[];
  const wrong = negatives.filter(({ text }) => findFlattened(text).length > 0);
  const quotes = readRows('blockquotes.jsonl') as readonly {
    readonly html: string;
    readonly id: string;
    readonly handle: string;
    readonly name: string | null;
    readonly date_text: string | null;
    readonly text: string | null;
  }[];
  const fields: Readonly<Record<string, (row: (typeof quotes)[number], found: Reference) => boolean>> = {
    id: ({ id }, found) => found.post.id === id,
    handle: ({ handle }, found) => found.handle?.toLowerCase() === handle.toLowerCase(),
    name: ({ name }, found) => fold(found.name) === fold(name),
    date: ({ id, date_text: printed }, { date }) =>
      // Ids of the first years carry no day.
      date?.startsWith(dayOfXId(id) ?? /\d{4}/.exec(printed ?? '')?.[0] ?? '–') === true,
    text: ({ text }, found) => bare(found.text) === bare(text),
  };
  const embeds = quotes.map((row) => ({
    row,
    found: findReferences(row.html, { format: 'html' }).find(({ kind }) => kind === 'embed'),
  }));
  const quoteRows = Object.entries(fields).map(([field, isRight]) => {
    const right = embeds.filter(({ row, found }) => found !== undefined && isRight(row, found));
    return [`blockquotes: ${field}`, String(quotes.length), percent(right.length, quotes.length)];
  });
  printTable(
    ['others', 'rows', '%'],
    [
      ['flattened, in scraped text: found', String(wild.length), percent(inWild.length, wild.length)],
      ['lines that are no embeds: taken for one', String(negatives.length), percent(wrong.length, negatives.length)],
      ...quoteRows,
    ],
  );
}

if (existsSync(corpus)) {
  printFlattened();
  printOthers();
} else {
  process.stderr.write(`No samples at ${corpus.pathname}: nothing was measured.\n`);
  process.exitCode = 4;
}

import { dottedMonthNames, monthNames, persianMonthNames } from './month-names.ts';

type Months = ReadonlyMap<string, number>;

interface MonthIndex {
  readonly gregorian: Months;
  readonly dotted: Months;
  readonly persian: Months;
  readonly damaged: Months;
}

/** Made when the first date is read: most programs that load this package read none, and should start at once. */
let index: MonthIndex | null = null;

function monthIndex(): MonthIndex {
  if (index !== null) return index;
  const gregorian = indexMonths(Object.values(monthNames));
  index = {
    gregorian,
    dotted: indexMonths([dottedMonthNames]),
    persian: indexMonths([persianMonthNames]),
    damaged: indexDamaged(gregorian),
  };
  return index;
}

/**
 * Find the month that a word names in any of the languages.
 *
 * @param afterDot Whether the day before it ends in a dot.
 * @returns From 1, or `null`. A word that lost its letters beyond ASCII, or only their accents, counts if it can be but one.
 */
export function findMonth(word: string, afterDot: boolean): number | null {
  const { gregorian, dotted, damaged } = monthIndex();
  const name = word.normalize('NFC').toLowerCase().replace(/\s/, '');
  const found = (afterDot ? dotted.get(name) : undefined) ?? gregorian.get(name) ?? damaged.get(name);
  if (found !== undefined) return found;
  // Hebrew puts its "in" before the month, Catalan its "of", whose apostrophe may be lost.
  const prefix = /^(?:ב|d)(?=\p{L}{3})/u.exec(name)?.[0];
  return prefix === undefined ? null : (gregorian.get(name.slice(prefix.length)) ?? null);
}

/** Find the month of the Persian calendar that a word names, from 1. */
export function findPersianMonth(word: string): number | null {
  return monthIndex().persian.get(word) ?? null;
}

function indexMonths(rows: readonly string[]): Months {
  const months = new Map<string, number>();
  for (const row of rows) {
    for (const [place, names] of row.split(' ').entries()) {
      for (const name of names.split('|')) months.set(name.normalize('NFC').toLowerCase(), place + 1);
    }
  }
  return months;
}

function indexDamaged(months: Months): Months {
  const found = new Map<string, number | null>();
  for (const [name, month] of months) {
    for (const left of [name.replace(/[^a-z]/g, ''), withoutMarks(name)]) {
      if (left === name || left.length < 3) continue;
      const known = months.get(left) ?? found.get(left) ?? month;
      found.set(left, known === month ? month : null);
    }
  }
  return new Map([...found].filter((entry): entry is [string, number] => entry[1] !== null));
}

/** Without accents; the dotless i of Turkish has none to lose. */
function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}

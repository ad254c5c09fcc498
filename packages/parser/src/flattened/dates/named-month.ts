import type { DateReader } from '../dates.ts';
import { persianToDay, toDay } from './calendars.ts';
import { findMonth, findPersianMonth } from './find-month.ts';
import { readDigits } from './read-digits.ts';

/** A month's name: letters, marks and joiners; short Thai ones have a dot within, two Irish ones a space. */
const monthPattern =
  '(?<month>(?:Meán|Deireadh)\\sFómhair|[\\p{L}\\p{M}\\u200c\\u200d]{1,20}(?:\\.[\\p{L}\\p{M}]{1,2}(?![\\p{L}\\p{M}]))?)[.׳॰]?';
const dayPattern = '(?<day>\\p{Nd}{1,2})';
const yearPattern = '(?<year>\\p{Nd}{4})';
/** Also the mark of a quotation where its line is broken. */
const space = '[\\s>\\u200e\\u200f]{1,4}';
const comma = '[,،]?';
/** What follows a year in Russian, Bulgarian, Ukrainian, Armenian, and, after a dot, Croatian and Serbian. */
const yearMark = '(?:\\s?(?:г|р|թ)\\.|\\.(?=\\s|$))?';

/** The ways in which embeds, and people who write their signature by hand, order a date. */
const patterns: readonly RegExp[] = [
  // March 5, 2022 (English, Filipino, older Spanish)
  `${monthPattern}${space}${dayPattern}(?:st|nd|rd|th)?${comma}${space}${yearPattern}`,
  // 5 March 2022 · 5. März 2022 · 5 de marzo de 2022 · 5 de març del 2022 · 16 d’abril de 2018 · 5 марта 2022 г.
  `${dayPattern}(?<dot>\\.|er|º|ª|st|nd|rd|th)?${space}(?:de${space}|d['’]\\s?)?${monthPattern}${comma}${space}(?:(?:del?|พ\\.ศ\\.|ค\\.ศ\\.)${space})?${yearPattern}${yearMark}`,
  // 2022. március 5. · 2022 m. kovo 5 d. · 2022. gada 5. marts · 2022(e)ko martxoaren 5(a) · 2022 മാർച്ച് 5
  `${yearPattern}(?:\\.|\\(?e\\)?ko|${space}m\\.)?${space}${monthPattern}${space}${dayPattern}(?:\\.|\\(?a\\)?|${space}d\\.)?`,
  `${yearPattern}\\.${space}gada${space}${dayPattern}\\.${space}${monthPattern}`,
].map((source) => new RegExp(source, 'iuy'));

/** Dates with the month's name, in any of the languages; the year may be of the Buddhist era or of the Persian calendar. */
export const readNamedMonth: DateReader = (text, at) => {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const iso = toIso(groups);
    if (iso !== null) return { end: pattern.lastIndex, day: iso, damaged: false };
  }
  return null;
};

function toIso(groups: Readonly<Record<string, string | undefined>>): string | null {
  const [year, day, name] = [readDigits(groups['year'] ?? ''), readDigits(groups['day'] ?? ''), groups['month'] ?? ''];
  const month = findMonth(name, groups['dot'] === '.');
  if (month !== null) return toDay(year, month, day);
  const persianMonth = findPersianMonth(name);
  return persianMonth === null ? null : persianToDay(year, persianMonth, day);
}

import { expect, test } from 'vitest';
import { directionOfLanguage } from '../text/direction-of.ts';
import { en } from './en.ts';
import { fillLabel, fillText } from './fill-label.ts';
import { formatDate, formatDay, readDate } from './format-date.ts';
import { formatCount, formatNumber, formatPercent } from './format-number.ts';
import { findLabelLanguage, labelTables } from './label-tables.ts';
import type { Labels } from './labels.ts';

test('a label is filled in', () => {
  expect(fillText('{a} and {b}{c}', { a: '1', b: '{a}' })).toBe('1 and {a}');
  expect(fillLabel('by {name}', { name: 'x' })).toEqual(['by ', 'x', '']);
});

test('dates are in UTC and in the language of the labels, wherever the machine is', () => {
  expect(formatDate('2022-03-05T23:59:31.000Z', en)).toBe('5 March 2022, 23:59 UTC');
  expect(formatDate('2022-03-05T00:00:00Z', en)).toBe('5 March 2022, 00:00 UTC');
  expect(formatDate('2022-03-05', en)).toBe('5 March 2022');
  expect(formatDay('2022-03-05T23:59:31.000Z', en)).toBe('5 March 2022');
});

test('what is no date is none', () => {
  for (const text of [
    '',
    'yesterday',
    '2022-13-40',
    '2022-03-05T25:00:00.000Z',
    '2022-03-05 10:00',
    '2022-03-05T10:00:00+01:00',
    null,
  ]) {
    expect(readDate(text), String(text)).toBeNull();
  }
});

test('numbers are grouped and counted', () => {
  expect(formatNumber(1_530_221, en)).toBe('1,530,221');
  expect(formatPercent(0.084, en)).toBe('8%');
  expect([0, 1, 1204].map((count) => formatCount(count, en.counts.replies, en))).toEqual([
    '0 replies',
    '1 reply',
    '1,204 replies',
  ]);
});

/** Every text of a table, under the path that leads to it. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

function placesOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{[a-z]+\}/g), ([place]) => place).toSorted((a, b) => (a < b ? -1 : 1));
}

const languages = Object.entries<Labels>(labelTables);
const english = new Map(textsOf(en));

test('there are labels in 21 languages', () => {
  expect(languages.map(([language]) => language).toSorted((a, b) => (a < b ? -1 : 1))).toMatchInlineSnapshot(`
    [
      "ar",
      "cs",
      "de",
      "en",
      "es",
      "fa",
      "fr",
      "he",
      "hi",
      "id",
      "it",
      "ja",
      "ko",
      "nl",
      "pl",
      "pt",
      "ru",
      "sv",
      "tr",
      "uk",
      "zh-Hans",
    ]
  `);
});

test.each(languages)(
  '%s has every label, with the same places to fill, and none left in English',
  (language, labels) => {
    const texts = textsOf(labels).filter(([path]) => !path.startsWith('.counts.'));
    expect(labels.language).toBe(language);
    expect(texts.map(([path]) => path).toSorted()).toEqual(
      [...english.keys()].filter((path) => !path.startsWith('.counts.')).toSorted(),
    );
    for (const [path, text] of texts) {
      expect(text, path).not.toBe('');
      expect(placesOf(text), path).toEqual(placesOf(english.get(path) ?? ''));
      expect(text, path).not.toMatch(/[<>&\u202A-\u202E\u2066-\u2069]/);
    }
    const long = texts.filter(([path, text]) => text.length > 25 && text === english.get(path));
    expect(language === 'en' ? [] : long).toEqual([]);
  },
);

test.each(languages)('%s has a form of every count for every number', (language, labels) => {
  const { pluralCategories } = new Intl.PluralRules(labels.formats).resolvedOptions();
  for (const [kind, plural] of Object.entries(labels.counts)) {
    const missing = pluralCategories.filter((category) => !Object.hasOwn(plural, category));
    expect(missing, `${language} ${kind}`).toEqual([]);
    expect(Object.keys(plural).filter((category) => !pluralCategories.some((each) => each === category))).toEqual([]);
    for (const text of Object.values(plural)) expect(placesOf(text)).toEqual(['{count}']);
  }
});

test.each(languages)('%s writes dates in the Gregorian calendar and in its own direction', (_, labels) => {
  const { calendar, numberingSystem } = new Intl.DateTimeFormat(labels.formats).resolvedOptions();
  expect(calendar).toBe('gregory');
  expect(['latn', 'arabext']).toContain(numberingSystem);
  expect(formatDate('2022-03-05T14:02:31.000Z', labels)).toMatch(/UTC/);
  expect(labels.direction).toBe(directionOfLanguage(labels.language));
});

test('a language tag finds the labels that come nearest', () => {
  expect(['de', 'DE-at', 'pt-PT', 'zh-TW', 'zh-hans', 'eo', ''].map(findLabelLanguage)).toEqual([
    'de',
    'de',
    'pt',
    null,
    'zh-Hans',
    null,
    null,
  ]);
});

test('a handle within words that run from right to left keeps its @ before it', () => {
  const rtl = Object.values(labelTables).filter(({ direction }) => direction === 'rtl');
  expect(rtl.map(({ language }) => language)).toEqual(['ar', 'fa', 'he']);
  for (const { accountLabels } of rtl) expect(accountLabels.automatedBy).toContain('\u200E{handle}');
});

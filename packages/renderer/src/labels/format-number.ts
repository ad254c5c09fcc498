import type { Labels, Plural } from './labels.ts';
import { fillText } from './fill-label.ts';

const formats = new Map<
  string,
  { readonly number: Intl.NumberFormat; readonly percent: Intl.NumberFormat; readonly plural: Intl.PluralRules }
>();

/** As in `12,345`. */
export function formatNumber(value: number, labels: Labels): string {
  return formatsOf(labels).number.format(value);
}

/** As in `62%`. */
export function formatPercent(ratio: number, labels: Labels): string {
  return formatsOf(labels).percent.format(ratio);
}

/** As in `1 like` and `2 likes`. */
export function formatCount(value: number, plural: Plural, labels: Labels): string {
  const label = plural[formatsOf(labels).plural.select(value)] ?? plural.other;
  return fillText(label, { count: formatNumber(value, labels) });
}

function formatsOf({ formats: locale }: Labels): {
  number: Intl.NumberFormat;
  percent: Intl.NumberFormat;
  plural: Intl.PluralRules;
} {
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = {
    number: new Intl.NumberFormat(locale),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    plural: new Intl.PluralRules(locale),
  };
  formats.set(locale, made);
  return made;
}

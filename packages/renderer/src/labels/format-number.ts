import type { Labels, Plural } from './labels.ts';
import { fillText } from './fill-label.ts';
import { remember } from './remember.ts';

/** As in `12,345`. */
export function formatNumber(value: number, { formats }: Labels): string {
  return formatsOf(formats).number(value);
}

/** As in `62%`. */
export function formatPercent(ratio: number, { formats }: Labels): string {
  return formatsOf(formats).percent(ratio);
}

/** As in `1 like` and `2 likes`. */
export function formatCount(value: number, plural: Plural, labels: Labels): string {
  const label = plural[formatsOf(labels.formats).category(value)] ?? plural.other;
  return fillText(label, { count: formatNumber(value, labels) });
}

const formatsOf = remember((locale: string) => {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const plural = new Intl.PluralRules(locale);
  return {
    number: remember((value: number) => number.format(value)),
    percent: remember((value: number) => percent.format(value)),
    category: remember((value: number) => plural.select(value)),
  };
});

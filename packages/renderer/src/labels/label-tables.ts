import { ar } from './ar.ts';
import { cs } from './cs.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';
import type { Labels } from './labels.ts';

/** A language there are labels in: BCP 47. */
export type LabelLanguage =
  | 'ar'
  | 'cs'
  | 'de'
  | 'en'
  | 'es'
  | 'fa'
  | 'fr'
  | 'he'
  | 'hi'
  | 'id'
  | 'it'
  | 'ja'
  | 'ko'
  | 'nl'
  | 'pl'
  | 'pt'
  | 'ru'
  | 'sv'
  | 'tr'
  | 'uk'
  | 'zh-Hans';

/** The labels of every language there are labels in. */
export const labelTables: Readonly<Record<LabelLanguage, Labels>> = {
  ar,
  cs,
  de,
  en,
  es,
  fa,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
  'zh-Hans': zh,
};

/**
 * The language of labels that is meant by a language tag, as in `pt` for `pt-PT`.
 *
 * @returns `null` if there are none in it.
 */
export function findLabelLanguage(tag: string): LabelLanguage | null {
  const wanted = tag.toLowerCase();
  // Traditional Chinese is another script.
  if (/^zh-(?:hant|hk|mo|tw)\b/.test(wanted)) return null;
  const main = wanted.split('-', 1)[0];
  const languages = Object.keys(labelTables) as LabelLanguage[];
  const named = languages.find((language) => language.toLowerCase() === wanted);
  return named ?? languages.find((language) => language.split('-', 1)[0] === main) ?? null;
}

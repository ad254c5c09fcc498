import { findLabelLanguage, type LabelLanguage } from '@embalm/renderer';
import { UsageError } from '../usage-error.ts';

/** Options of commands that show posts. */
export interface LabelOptions {
  readonly lang?: string;
}

/** The language that `--lang` asks for. @throws {UsageError} If there are no labels in it. */
export function readLabelLanguage({ lang = 'en' }: LabelOptions): LabelLanguage {
  const language = findLabelLanguage(lang);
  if (language !== null) return language;
  throw new UsageError(`--lang takes a language there are labels in, as in de or pt-BR; got ${JSON.stringify(lang)}.`);
}

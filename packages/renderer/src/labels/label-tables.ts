import { en } from './en.ts';
import type { Labels } from './labels.ts';

/** The labels of every language there are labels in. */
export const labelTables: Readonly<Record<LabelLanguage, Labels>> = { en };

/** A language there are labels in: BCP 47. */
export type LabelLanguage = 'en';

import { type LabelLanguage, labelTables } from './labels/label-tables.ts';
import type { Labels } from './labels/labels.ts';

/** How a post is shown. */
export interface PostOptions {
  /** `auto` follows the reader's system; default `auto`. */
  readonly theme?: Theme;
  /** The language of the labels, not of the post; default `en`. */
  readonly labels?: LabelLanguage;
  /** True to leave out what is not the post's own: votes, cards, notes, counts; default `false`. */
  readonly compact?: boolean;
  /**
   * A URL or path that stands before the relative addresses of media, as in `https://cdn.example.org/posts/`; default none.
   * It is written as it is.
   */
  readonly mediaPrefix?: string | undefined;
  /** An `http` or `https` URL before the sha256 of a record, where it can be read; default none, and records are only named. */
  readonly recordPrefix?: string | undefined;
}

/** Light, dark, or as the reader's system says. */
export type Theme = 'auto' | 'light' | 'dark';

/** Options, resolved. */
export interface Settings {
  readonly theme: Theme;
  readonly labels: Labels;
  readonly compact: boolean;
  readonly mediaPrefix: string | null;
  readonly recordPrefix: string | null;
}

/** Resolve options once, at the door. */
export function resolveSettings(options: PostOptions): Settings {
  const { theme = 'auto', labels = 'en', compact = false, mediaPrefix = null, recordPrefix = null } = options;
  return { theme, labels: labelTables[labels], compact, mediaPrefix, recordPrefix };
}

import type { Range } from '@embalm/post';

/**
 * What a page would do: `runs` a script; `loads` something from elsewhere as soon as it is opened; `leaks` something about
 * its reader, by a hint or on a click.
 */
export type Effect = 'runs' | 'loads' | 'leaks';

/** The families of things a page can do, each with a rule of its own. */
export type RuleName =
  | 'script'
  | 'handler'
  | 'script-url'
  | 'attribute'
  | 'css'
  | 'link'
  | 'refresh'
  | 'dns-prefetch'
  | 'form'
  | 'ping'
  | 'base'
  | 'document';

/** One thing that a page would do. */
export interface Finding {
  readonly rule: RuleName;
  readonly effect: Effect;
  /** Where it stands: UTF-16 units of the page. */
  readonly range: Range;
  /** From 1. */
  readonly line: number;
  /** In UTF-16 units, from 1. */
  readonly column: number;
  /** The element, in lower case. */
  readonly element: string;
  /** The attribute, or `null` if the element or its content is meant. */
  readonly attribute: string | null;
  /** The address, or the beginning of the code: hostile text, at most 200 units. */
  readonly what: string;
  /** How to take it out, or `null` if that would change what the page says. */
  readonly fix: Edit | null;
}

/** A part of the page, and what to put in its place. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** What a page is checked against. */
export interface CheckOptions {
  /**
   * True if the page must be one file: then what it loads from its own site counts too. By default addresses without a host
   * are the page's own files.
   */
  readonly selfContained?: boolean;
}

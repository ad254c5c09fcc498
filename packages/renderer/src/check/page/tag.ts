import type { Range } from '@embalm/post';
import type { Edit } from '../finding.ts';

/** An element of a page, as a browser reads it, with the places of its parts in the source. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly space: 'html' | 'svg' | 'math';
  /** By name in lower case, with a prefix where the source has one: `xlink:href`. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** From the start tag to the end tag; the start of the page for an element that has no tag. */
  readonly range: Range;
  /** The text in it, or `null` if it has none. */
  readonly content: Content | null;
}

/** An attribute of an element. */
export interface Attribute {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  /** Of the whole attribute, or `null` if a browser moved it here from another tag. */
  readonly range: Range | null;
  /** Where the value begins in the source, or `null` if it is not written there as it is read. */
  readonly valueAt: number | null;
  /** Takes the attribute out of its tag. */
  readonly removal: Edit | null;
}

/** The text in an element. */
interface Content {
  readonly text: string;
  /** Where it begins in the source, or `null` if it is not written there as it is read. */
  readonly at: number | null;
}

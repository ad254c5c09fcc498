import type { Content } from '../html/html.ts';
import { remember } from './remember.ts';

const placeholder = /\{([a-z]+)\}/;

/** Words and the names of places in turn. */
const partsOf = remember((label: string): readonly string[] => label.split(placeholder));

/**
 * Put contents in the places of a label.
 *
 * @returns The label's words and the contents between them; a place that nothing is given for stays empty.
 */
export function fillLabel(label: string, contents: Readonly<Record<string, Content>>): readonly Content[] {
  return partsOf(label).map((part, index) => (index % 2 === 0 ? part : (contents[part] ?? null)));
}

/** The same for places that stand in an attribute: text in, text out. */
export function fillText(label: string, texts: Readonly<Record<string, string>>): string {
  let filled = '';
  let isPlace = false;
  for (const part of partsOf(label)) {
    filled += isPlace ? (texts[part] ?? '') : part;
    isPlace = !isPlace;
  }
  return filled;
}

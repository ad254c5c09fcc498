import { type Attribute, isAttribute, markupOfAttribute } from './attribute.ts';
import { compactTemplate } from './compact-template.ts';
import { escapeText } from './escape.ts';
import { findPlaces, type Place } from './find-places.ts';
import { isSafeUrl, type SafeUrl, textOfUrl } from './safe-url.ts';

const markup: unique symbol = Symbol('markup');

/** Markup made by {@link html}. */
export interface Html {
  readonly [markup]: string;
}

/** What may stand between tags: text is escaped, `null` is nothing. */
export type Content = Html | string | number | null | readonly Content[];

interface Template {
  readonly parts: readonly string[];
  readonly places: readonly Place[];
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/**
 * Write markup. What fills a hole is made harmless for the place it stands in; URLs must have been checked. Line breaks
 * of the template, and the indentation after them, are left out: a space that matters stands within a line.
 *
 * @throws {TypeError} If a value does not fit its place.
 */
export function html(constant: TemplateStringsArray, ...values: readonly (Content | SafeUrl | Attribute)[]): Html {
  const { parts, places } = templates.get(constant) ?? readTemplate(constant);
  let written = parts[0] ?? '';
  let index = 0;
  for (const place of places) {
    written += writeValue(values[index], place);
    index += 1;
    written += parts[index] ?? '';
  }
  return { [markup]: written };
}

function readTemplate(constant: TemplateStringsArray): Template {
  const parts = compactTemplate(constant);
  const template = { parts, places: findPlaces(parts) };
  templates.set(constant, template);
  return template;
}

/** Vouch for markup that no input has touched, such as the stylesheet. */
export function trustMarkup(text: string): Html {
  return { [markup]: text };
}

/** The markup as text. */
export function textOfMarkup(value: Html): string {
  return value[markup];
}

function writeValue(value: unknown, place: Place): string {
  if (place === 'content') return writeContent(value);
  if (place === 'tag' && isAttribute(value)) return markupOfAttribute(value);
  if (place === 'address' && isSafeUrl(value)) return escapeText(textOfUrl(value));
  if (place === 'text' && typeof value === 'string') return escapeText(value);
  if (place === 'text' && typeof value === 'number') return String(value);
  throw new TypeError(`A value of type ${typeof value} does not fit a place of kind "${place}"`);
}

function writeContent(value: unknown): string {
  if (typeof value === 'string') return escapeText(value);
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    let written = '';
    for (const item of value) written += writeContent(item);
    return written;
  }
  if (typeof value === 'object' && markup in value) return (value as Html)[markup];
  throw new TypeError(`A value of type ${typeof value} is no content`);
}

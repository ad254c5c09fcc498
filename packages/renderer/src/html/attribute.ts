import { escapeText } from './escape.ts';
import { isSafeUrl, isUrlSet, type SafeUrl, textOfUrl, textOfUrlSet, type UrlSet } from './safe-url.ts';

const written: unique symbol = Symbol('written');

/** An attribute with its leading space, or nothing. */
export interface Attribute {
  readonly [written]: string;
}

const absent: Attribute = { [written]: '' };

/** Attributes whose value makes a browser go somewhere: they take checked URLs only. */
const addressNames = new Set(['cite', 'href', 'poster', 'src']);

/** Attributes that are not written at all: they run, style or navigate. */
const refusedPattern = /^(?:on.*|style|srcdoc|action|formaction|data|ping|background|http-equiv|is|nonce)$/;

/**
 * Write an attribute.
 *
 * @param name In lower case.
 * @param value `null` leaves the attribute out; `true` writes its name alone.
 * @throws {TypeError} If the value is a URL that nobody checked, or the attribute is one that never appears.
 */
export function attribute(name: string, value: string | number | true | SafeUrl | UrlSet | null): Attribute {
  const kind = kindOfAttribute(name);
  if (value === null) return absent;
  if (kindOfValue(value) !== kind) throw new TypeError(`Attribute "${name}" takes another kind of value`);
  return { [written]: value === true ? ` ${name}` : ` ${name}="${escapeText(textOfValue(value))}"` };
}

/** What attributes are given. */
export type AttributeKind = 'address' | 'addresses' | 'text';

/** The names that our templates have; there are some thirty. */
const kinds = new Map<string, AttributeKind>();

/** What an attribute's value is. @throws {TypeError} If it is one that never appears. */
export function kindOfAttribute(name: string): AttributeKind {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  if (refusedPattern.test(name)) throw new TypeError(`Attribute "${name}" is never written`);
  const kind = name === 'srcset' ? 'addresses' : addressNames.has(name) ? 'address' : 'text';
  kinds.set(name, kind);
  return kind;
}

/** The attribute as markup. */
export function markupOfAttribute(value: Attribute): string {
  return value[written];
}

/** Whether a value is an attribute. */
export function isAttribute(value: unknown): value is Attribute {
  return typeof value === 'object' && value !== null && written in value;
}

function kindOfValue(value: unknown): AttributeKind {
  if (isSafeUrl(value)) return 'address';
  return isUrlSet(value) ? 'addresses' : 'text';
}

function textOfValue(value: string | number | true | SafeUrl | UrlSet): string {
  if (isSafeUrl(value)) return textOfUrl(value);
  return isUrlSet(value) ? textOfUrlSet(value) : String(value);
}

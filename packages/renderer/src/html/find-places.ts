import { kindOfAttribute } from './attribute.ts';

/** Where a hole of a template stands: between tags, in a tag, or in a quoted attribute value. */
export type Place = 'content' | 'tag' | 'text' | 'address';

/** Elements whose content is not text that escaping makes harmless. */
const refusedElements =
  /^(?:script|style|iframe|noscript|noembed|noframes|plaintext|xmp|template|object|embed|base|!--.*)$/;

interface State {
  readonly inside: 'content' | 'name' | 'tag' | 'value';
  /** The name of the element or of the attribute that is being read. */
  readonly name: string;
}

/**
 * Find where each hole of a template stands, from its constant parts alone.
 *
 * @throws {TypeError} If a hole stands where no value can be made harmless: in a tag's name, in an unquoted value, in a
 *   script.
 */
export function findPlaces(parts: readonly string[]): readonly Place[] {
  const places: Place[] = [];
  let state: State = { inside: 'content', name: '' };
  for (const part of parts) {
    for (const character of part) state = step(state, character);
    if (places.length < parts.length - 1) places.push(placeOf(state, part));
  }
  if (state.inside !== 'content') throw new TypeError('A template ends inside a tag');
  return places;
}

function step({ inside, name }: State, character: string): State {
  if (inside === 'content') return character === '<' ? { inside: 'name', name: '' } : { inside, name: '' };
  if (inside === 'value') return character === '"' ? { inside: 'tag', name: '' } : { inside, name };
  if (inside === 'name' && /[\s>]/.test(character)) refuseElement(name);
  if (character === '>') return { inside: 'content', name: '' };
  if (character === "'") throw new TypeError('Attribute values stand in double quotes');
  if (character === '"') return { inside: 'value', name: name.slice(0, -1) };
  if (/\s/.test(character)) return { inside: 'tag', name: '' };
  return { inside, name: name + character };
}

function placeOf({ inside, name }: State, part: string): Place {
  if (inside === 'content') return 'content';
  if (inside === 'value') {
    const kind = kindOfAttribute(name);
    if (kind === 'addresses') throw new TypeError(`Attribute "${name}" is written as a whole`);
    if (kind === 'address' && !part.endsWith('"')) throw new TypeError(`A URL fills its attribute "${name}"`);
    return kind;
  }
  if (inside === 'name') refuseElement(name);
  const isHalf = inside === 'name' ? !/^[a-z][a-z0-9]*$/.test(name) : name.includes('=');
  if (isHalf) throw new TypeError('A hole stands in a tag where nothing may');
  return 'tag';
}

function refuseElement(name: string): void {
  if (refusedElements.test(name)) throw new TypeError(`Element "${name}" is never written`);
}

import type { Range } from '@embalm/post';

/** What matters of a stylesheet's tokens (CSS Syntax 3 §4); numbers, hashes and white space are passed over. */
export interface CssToken {
  readonly type: 'ident' | 'function' | 'at' | 'string' | 'url' | 'sign';
  /** Decoded; of a sign, the character. Names of functions and at-rules are in lower case. */
  readonly value: string;
  readonly range: Range;
}

const space = /\s/;
const nameStart = /[a-z_\u0080-\u{10FFFF}]/iu;
const nameCharacter = /[\w\u0080-\u{10FFFF}-]/iu;
const hexDigit = /[0-9a-f]/i;
const newline = /[\n\r\f]/;

/** Cut a stylesheet into tokens, as browsers do: comments, strings and escapes hide nothing. */
export function* readCssTokens(css: string): Generator<CssToken> {
  let at = 0;
  while (at < css.length) {
    const start = at;
    const character = css.charAt(at);
    if (css.startsWith('/*', at)) {
      const end = css.indexOf('*/', at + 2);
      at = end === -1 ? css.length : end + 2;
    } else if (character === '"' || character === "'") {
      const value = readString(character);
      yield { type: 'string', value, range: [start, at] };
    } else if (character >= '0' && character <= '9') {
      readName();
    } else if (character === '#') {
      at += 1;
      readName();
    } else if (character === '@' && startsName(at + 1)) {
      at += 1;
      yield { type: 'at', value: readName().toLowerCase(), range: [start, at] };
    } else if (startsName(at)) {
      yield readIdent(start);
    } else {
      at += 1;
      if (!space.test(character)) yield { type: 'sign', value: character, range: [start, at] };
    }
  }

  function readIdent(start: number): CssToken {
    const name = readName();
    if (css[at] !== '(') return { type: 'ident', value: name, range: [start, at] };
    at += 1;
    const value = name.toLowerCase();
    if (value !== 'url') return { type: 'function', value, range: [start, at] };
    let first = at;
    while (space.test(css.charAt(first))) first += 1;
    if (css[first] === '"' || css[first] === "'") return { type: 'function', value, range: [start, at] };
    at = first;
    return { type: 'url', value: readUrl(), range: [start, at] };
  }

  /** Up to the bracket. One that is not well-formed is read all the same: browsers have differed about that. */
  function readUrl(): string {
    let value = '';
    while (at < css.length && css[at] !== ')') value += readCharacter();
    at = Math.min(at + 1, css.length);
    return value.trim();
  }

  function readString(quote: string): string {
    let value = '';
    at += 1;
    while (at < css.length && css[at] !== quote) {
      if (newline.test(css.charAt(at))) return value;
      if (css[at] === '\\' && newline.test(css.charAt(at + 1))) at += css.startsWith('\r\n', at + 1) ? 3 : 2;
      else value += readCharacter();
    }
    at = Math.min(at + 1, css.length);
    return value;
  }

  function readName(): string {
    let name = '';
    for (;;) {
      const character = String.fromCodePoint(css.codePointAt(at) ?? 0);
      if (at >= css.length || !(nameCharacter.test(character) || startsEscape(at))) return name;
      name += readCharacter();
    }
  }

  /** One code point, or what an escape stands for. */
  function readCharacter(): string {
    const character = String.fromCodePoint(css.codePointAt(at) ?? 0xfffd);
    at += character.length;
    if (character !== '\\' || at >= css.length) return character;
    let digits = '';
    while (digits.length < 6 && hexDigit.test(css.charAt(at))) digits += css[at++] ?? '';
    if (digits === '') {
      const escaped = String.fromCodePoint(css.codePointAt(at) ?? 0xfffd);
      at += escaped.length;
      return escaped;
    }
    if (css.startsWith('\r\n', at)) at += 2;
    else if (space.test(css.charAt(at))) at += 1;
    const code = Number.parseInt(digits, 16);
    return code === 0 || code > 0x10ffff ? '\u{FFFD}' : String.fromCodePoint(code);
  }

  function startsName(from: number): boolean {
    const character = String.fromCodePoint(css.codePointAt(from) ?? 0);
    if (character !== '-') return nameStart.test(character) || startsEscape(from);
    return css[from + 1] === '-' || nameStart.test(css.charAt(from + 1)) || startsEscape(from + 1);
  }

  function startsEscape(from: number): boolean {
    return css[from] === '\\' && from + 1 < css.length && !newline.test(css.charAt(from + 1));
  }
}

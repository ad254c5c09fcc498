import type { Range } from '@embalm/post';
import { type CssToken, readCssTokens } from './tokens.ts';

/** An address in a stylesheet. */
export interface CssAddress {
  /** `perhaps`: a string that another rule may use as an address; `code`: an expression that old browsers run. */
  readonly kind: 'address' | 'perhaps' | 'code';
  readonly address: string;
  /** UTF-16 units of the stylesheet: of the string, or of the whole `url(…)`. */
  readonly range: Range;
}

/** Functions whose strings are addresses (CSS Images 4 §2, CSS Values 4 §4.5). */
const functions = new Set([
  'url',
  'src',
  'image',
  'image-set',
  '-webkit-image-set',
  'cross-fade',
  '-webkit-cross-fade',
]);

/** Find what a stylesheet, or the declarations of a `style` attribute, would load. */
export function findAddressesInCss(css: string): readonly CssAddress[] {
  const found: CssAddress[] = [];
  const open: string[] = [];
  let rule: string | null = null;
  let isVariable = false;
  let begins = true;
  for (const token of readCssTokens(css)) {
    const { type, value, range } = token;
    if (type === 'url' && rule !== 'namespace') found.push({ kind: 'address', address: value, range });
    if (type === 'string') found.push(...readString(token));
    if (type === 'function') {
      if (value === 'expression') found.push({ kind: 'code', address: value, range });
      open.push(value);
    }
    if (type === 'at') rule = value;
    if (type === 'ident' && begins) isVariable = value.startsWith('--') || value.toLowerCase() === 'initial-value';
    if (type === 'sign') readSign(value);
    begins = type === 'sign' && '{};'.includes(value);
  }
  return found;

  function readString({ value, range }: CssToken): readonly CssAddress[] {
    if (rule === 'namespace' || rule === 'charset') return [];
    const isAddress = rule === 'import' || functions.has(open.at(-1) ?? '');
    if (isAddress) return [{ kind: 'address', address: value, range }];
    return isVariable ? [{ kind: 'perhaps', address: value, range }] : [];
  }

  function readSign(sign: string): void {
    if (sign === '(') open.push('');
    if (sign === ')') open.pop();
    if (!'{};'.includes(sign)) return;
    rule = null;
    isVariable = false;
    open.length = 0;
  }
}

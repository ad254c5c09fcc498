import type { Range } from '@embalm/post';
import { Tokenizer } from 'htmlparser2';
import {
  addressAttribute,
  ampComponents,
  componentAttributes,
  embedClasses,
  frameElements,
  idAttributes,
  namedEmbeds,
} from '../platforms/embed-markup.ts';

/** What happens in HTML source, in its order. Ranges are UTF-16 units of the source. */
export interface TokenHandlers {
  /** A start tag, with its attributes decoded; of one that is given twice, the first counts. Names are in lower case. */
  readonly onOpen: (name: string, attributes: ReadonlyMap<string, string>, source: Range) => void;
  /** Before the `onOpen` of its tag: an attribute that is none of those, or has an object in JSON, from behind its name. */
  readonly onLongAttribute: (source: Range) => void;
  /** After `onOpen`, where the tag ends in `/>`. */
  readonly onSelfClosing: (name: string, source: Range) => void;
  readonly onClose: (name: string, source: Range) => void;
  /** Text without character references, the content of scripts and the like included. */
  readonly onText: (source: Range) => void;
  /** A character reference. */
  readonly onCharacter: (character: string, source: Range) => void;
}

/** Markup that embeds a post is no shorter. */
const shortestMarkup = 60;

/** The attributes that matter here by their name. */
const known: ReadonlySet<string> = new Set([
  'cite',
  'class',
  'data-component-name',
  'data-datetime',
  'hidden',
  'href',
  'lang',
  ...idAttributes.keys(),
  ...namedEmbeds.flatMap(({ platform, id }) => [platform, id]),
  ...componentAttributes,
  ...[...embedClasses.values()].flatMap(({ attributes }) => attributes),
  ...[...ampComponents.values()].map(({ attribute }) => attribute),
]);
const longestAttribute = 48;

const none: ReadonlyMap<string, string> = new Map();

/**
 * Split HTML into tokens. There is no tree: whoever builds one can be made to spend quadratic time, and to lose the
 * places of things in the source.
 */
export function tokenize(html: string, handlers: TokenHandlers): void {
  let name = '';
  let tagStart = 0;
  let attributes: Map<string, string> | null = null;
  let attribute = '';
  /** Whether it matters: the others are not kept. */
  let isKept = false;
  let value: string[] = [];
  let nameEnd = 0;
  let valueEnd = 0;

  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        tagStart = start - 1;
        attributes = null;
      },
      onattribname(start, end) {
        // Longer names are none of those that matter, and a page may have megabytes of them.
        attribute = end - start > longestAttribute ? '' : nameOf(html.slice(start, end));
        isKept =
          known.has(attribute) || (attribute !== '' && (frameElements.has(name) || addressAttribute.test(attribute)));
        value = [];
        nameEnd = end;
        valueEnd = end;
      },
      onattribdata(start, end) {
        valueEnd = end;
        if (isKept) value.push(html.slice(start, end));
      },
      onattribentity(codePoint) {
        if (isKept) value.push(String.fromCodePoint(codePoint));
      },
      onattribend() {
        if (valueEnd - nameEnd >= shortestMarkup && (!known.has(attribute) || /^[{<]/.test(value[0] ?? '')))
          handlers.onLongAttribute([nameEnd, valueEnd]);
        if (!isKept || attributes?.has(attribute)) return;
        attributes ??= new Map();
        attributes.set(attribute, unescapeQuotes(value.join('')));
      },
      onopentagend(end) {
        handlers.onOpen(name, attributes ?? none, [tagStart, end + 1]);
      },
      onselfclosingtag(end) {
        handlers.onOpen(name, attributes ?? none, [tagStart, end + 1]);
        handlers.onSelfClosing(name, [tagStart, end + 1]);
      },
      onclosetag(start, end) {
        const close = html.indexOf('>', end);
        handlers.onClose(html.slice(start, end).toLowerCase(), [start - 2, close === -1 ? html.length : close + 1]);
      },
      ontext(start, end) {
        // A tag cut off by the end of the input is reported as text from nowhere.
        if (start >= 0) handlers.onText([start, end]);
      },
      ontextentity(codePoint, end) {
        handlers.onCharacter(String.fromCodePoint(codePoint), [html.lastIndexOf('&', end - 1), end]);
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** In lower case, without the colon of those that Vue binds. */
function nameOf(written: string): string {
  return (written.startsWith(':') ? written.slice(1) : written).toLowerCase();
}

/** Markup in a string of a program has `\\"` for its quotes, and `\\/` for its slashes. */
function unescapeQuotes(value: string): string {
  return /^\\+["']/.test(value) ? value.replace(/^\\+["']|(?<!\\)\\+["']$/g, '').replaceAll('\\/', '/') : value;
}

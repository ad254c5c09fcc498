import type { Range } from '@embalm/post';
import { blockElements, hiddenElements, holdsMarkup } from './elements.ts';
import { EmbedZones } from './embed-zones.ts';
import type { Anchor, Page, PageElement } from './page.ts';
import { PageText } from './page-text.ts';
import { tokenize } from './tokenize.ts';

/**
 * Read an HTML page: its text with a map back to the source, its links, and the embeds in it. Linear in its length.
 *
 * @param keepSpace Whether white space stands for itself everywhere, as in Markdown.
 */
export function readPage(html: string, keepSpace = false): Page {
  const text = new PageText();
  const collector = new PageCollector(text);
  const strings: Range[] = [];
  let hidden: string | null = null;
  let isHolding = false;
  let preformatted = 0;

  tokenize(html, {
    onOpen(name, attributes, source) {
      if (hidden === null && hiddenElements.has(name)) {
        hidden = name;
        isHolding = holdsMarkup(name, attributes);
      }
      if (name === 'pre') preformatted += 1;
      if (name === 'br') text.breakLine(source);
      if (blockElements.has(name)) text.breakBlock();
      collector.open(name, attributes, source);
    },
    onSelfClosing(name, source) {
      if (name === hidden) hidden = null;
      collector.closeItself(name, source);
    },
    onClose(name, source) {
      if (name === hidden) hidden = null;
      if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
      collector.close(name, source);
      if (blockElements.has(name)) text.breakBlock();
    },
    onText([start, end]) {
      if (hidden !== null && isHolding) addString(start, end);
      if (hidden === null) text.addSource(html, start, end, keepSpace || preformatted > 0);
    },
    onLongAttribute(source) {
      if (hidden === null) addString(...source);
    },
    onCharacter(character, source) {
      if (hidden === null) text.addDecoded(character, source);
      else if (isHolding) addString(...source);
    },
  });
  return { ...collector.finish(), ...text.finish(), strings };

  /** A script comes in pieces. */
  function addString(start: number, end: number): void {
    const last = strings.at(-1);
    if (last?.[1] === start) strings[strings.length - 1] = [last[0], end];
    else strings.push([start, end]);
  }
}

interface OpenAnchor {
  readonly source: Range;
  /** How long the page's text was there. */
  readonly textStart: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Notes what of a page's markup matters, at the length its text has by then. */
class PageCollector {
  readonly #text: PageText;
  readonly #anchors: Anchor[] = [];
  readonly #elements: PageElement[] = [];
  readonly #openTags = new Map<string, Range[]>();
  readonly #zones: EmbedZones;
  #anchor: OpenAnchor | null = null;

  constructor(text: PageText) {
    this.#text = text;
    this.#zones = new EmbedZones(text, this.#anchors, (from) => {
      if ((this.#anchor?.source[0] ?? 0) > from) this.#closeAnchor(null);
    });
  }

  open(name: string, attributes: ReadonlyMap<string, string>, source: Range): void {
    const openTags = this.#openTags.get(name);
    if (openTags === undefined) this.#openTags.set(name, [source]);
    else openTags.push(source);

    if (this.#zones.open(name, attributes, source) || name !== 'a') return;
    this.#closeAnchor(null);
    if (attributes.has('href')) this.#anchor = { source, attributes, textStart: this.#text.length };
  }

  close(name: string, source: Range): void {
    const open = this.#openTags.get(name)?.pop();
    if (open !== undefined) this.#elements.push({ name, open, close: source });

    if (name === 'a') this.#closeAnchor(source[1]);
    this.#zones.close(name, source[1]);
  }

  closeItself(name: string, source: Range): void {
    if (this.#zones.isOpenAt(source)) this.close(name, source);
  }

  finish(): Pick<Page, 'anchors' | 'embeds' | 'elements'> {
    this.#closeAnchor(null);
    return { anchors: this.#anchors, embeds: this.#zones.finish(), elements: this.#elements };
  }

  /** @param end Where the element ends, or `null` if it is never closed: then it is its tag. */
  #closeAnchor(end: number | null): void {
    const open = this.#anchor;
    if (open === null) return;
    this.#anchor = null;
    this.#anchors.push({
      href: open.attributes.get('href') ?? '',
      dateTime: open.attributes.get('data-datetime') ?? null,
      source: [open.source[0], end ?? open.source[1]],
      text: [open.textStart, end === null ? open.textStart : this.#text.length],
    });
  }
}

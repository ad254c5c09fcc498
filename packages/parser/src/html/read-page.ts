import type { Range } from '@embalm/post';
import { type EmbedTarget, readEmbedTarget } from '../finders/embed-target.ts';
import { parsePostUrl } from '../finders/post-url.ts';
import { blockElements, hiddenElements } from './elements.ts';
import type { Anchor, EmbedZone, Page, PageElement, Paragraph } from './page.ts';
import { PageText } from './page-text.ts';
import { tokenize } from './tokenize.ts';

/** The classes of X's embeds, also after its script has been at them. */
const embedClass = /(?:^|\s)twitter-(?:tweet|video)(?:-\w{1,30})?(?:\s|$)/;

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
  let preformatted = 0;

  tokenize(html, {
    onOpen(name, attributes, source) {
      if (hiddenElements.has(name)) hidden ??= name;
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
      if (hidden === 'script' || hidden === 'iframe') addString(start, end);
      if (hidden === null) text.addSource(html, start, end, keepSpace || preformatted > 0);
    },
    onLongAttribute(source) {
      if (hidden === null) addString(...source);
    },
    onCharacter(character, source) {
      if (hidden === null) text.addDecoded(character, source);
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

function readCite(attributes: ReadonlyMap<string, string>): string | null {
  const cite = attributes.get('cite');
  return cite !== undefined && parsePostUrl(cite) !== null ? cite : null;
}

interface OpenTag {
  readonly source: Range;
  /** How long the page's text was there. */
  readonly textStart: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Notes what of a page's markup matters, at the length its text has by then. */
class PageCollector {
  readonly #text: PageText;
  readonly #anchors: Anchor[] = [];
  readonly #embeds: EmbedZone[] = [];
  readonly #elements: PageElement[] = [];
  readonly #openTags = new Map<string, Range[]>();
  #anchor: OpenTag | null = null;
  #paragraph: OpenTag | null = null;
  #embed: OpenTag | null = null;
  #target: EmbedTarget | null = null;
  /** The name of the element that is the embed. */
  #embedName = '';
  /** What was found within the open embed. */
  #paragraphs: Paragraph[] = [];
  #firstAnchor = 0;
  /** Elements of its name that are open from the embed on, itself included. */
  #depth = 0;

  constructor(text: PageText) {
    this.#text = text;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, source: Range): void {
    const openTags = this.#openTags.get(name);
    if (openTags === undefined) this.#openTags.set(name, [source]);
    else openTags.push(source);

    const isBlockquote =
      name === 'blockquote' && (embedClass.test(attributes.get('class') ?? '') || readCite(attributes) !== null);
    // What is within an element that says which post it embeds is there until a script has run.
    const target = isBlockquote || this.#target !== null ? null : readEmbedTarget(name, attributes);
    if ((isBlockquote && this.#target === null) || (target !== null && this.#embed === null)) {
      this.#closeEmbed(null);
      this.#embed = this.#tag(source, attributes);
      this.#embedName = name;
      this.#target = target;
      this.#firstAnchor = this.#anchors.length;
      this.#depth = 1;
    } else if (name === this.#embedName && this.#embed !== null) {
      this.#depth += 1;
    } else if (name === 'a') {
      this.#closeAnchor(null);
      if (attributes.has('href')) this.#anchor = this.#tag(source, attributes);
    } else if (name === 'p' && this.#embed !== null) {
      this.#closeParagraph();
      this.#paragraph = this.#tag(source, attributes);
    }
  }

  close(name: string, source: Range): void {
    const open = this.#openTags.get(name)?.pop();
    if (open !== undefined) this.#elements.push({ name, open, close: source });

    if (name === 'a') this.#closeAnchor(source[1]);
    if (name === 'p') this.#closeParagraph();
    if (name === this.#embedName && this.#embed !== null) {
      this.#depth -= 1;
      if (this.#depth === 0) this.#closeEmbed(source[1]);
    }
  }

  /** HTML lets only few elements close themselves; components and embeds do, whatever it says. */
  closeItself(name: string, source: Range): void {
    if (this.#embed?.source[0] === source[0] && this.#target !== null) this.close(name, source);
  }

  finish(): Pick<Page, 'anchors' | 'embeds' | 'elements'> {
    this.#closeEmbed(null);
    this.#closeAnchor(null);
    return { anchors: this.#anchors, embeds: this.#embeds, elements: this.#elements };
  }

  #tag(source: Range, attributes: ReadonlyMap<string, string>): OpenTag {
    return { source, attributes, textStart: this.#text.length };
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

  #closeParagraph(): void {
    const open = this.#paragraph;
    if (open === null) return;
    this.#paragraph = null;
    this.#paragraphs.push({ text: [open.textStart, this.#text.length], lang: open.attributes.get('lang') ?? null });
  }

  /** @param end Where the element ends, or `null` if it is never closed: then it ends with its link to the post. */
  #closeEmbed(end: number | null): void {
    const open = this.#embed;
    if (open === null) return;
    if ((this.#anchor?.source[0] ?? 0) > open.source[0]) this.#closeAnchor(null);
    this.#closeParagraph();
    this.#embed = null;
    const anchors = this.#anchors.slice(this.#firstAnchor).filter(({ source }) => source[0] > open.source[0]);
    const last = anchors.find(({ href }) => parsePostUrl(href) !== null);
    const target = this.#target;
    this.#target = null;
    this.#embeds.push({
      target,
      cite: readCite(open.attributes),
      source: [open.source[0], end ?? last?.source[1] ?? open.source[1]],
      text: [open.textStart, end === null ? (last?.text[1] ?? open.textStart) : this.#text.length],
      paragraphs: this.#paragraphs,
      anchors: end === null ? anchors.slice(0, last === undefined ? 0 : anchors.indexOf(last) + 1) : anchors,
    });
    this.#paragraphs = [];
    this.#depth = 0;
  }
}

import type { Range } from '@embalm/post';
import { type EmbedTarget, readEmbedTarget, readIdAttribute } from '../finders/embed-target.ts';
import { parsePostUrl } from '../finders/post-url.ts';
import { voidElements } from './elements.ts';
import type { Anchor, EmbedZone, Paragraph } from './page.ts';
import type { PageText } from './page-text.ts';

/** The classes of X's embeds, also after its script has been at them. */
const embedClass = /(?:^|\s)twitter-(?:tweet|video)(?:-\w{1,30})?(?:\s|$)/;

type Attributes = ReadonlyMap<string, string>;

/** An element that embeds a post, and is not closed yet. */
interface OpenZone {
  readonly name: string;
  readonly source: Range;
  readonly textStart: number;
  readonly target: EmbedTarget | null;
  readonly cite: string | null;
  readonly paragraphs: Paragraph[];
  /** How many anchors and how many zones there were before it. */
  readonly firstAnchor: number;
  readonly firstZone: number;
  /** Elements of its name that are open from it on, itself included. */
  depth: number;
}

/** What is within an element that embeds a post is looked at no deeper. */
const mostNested = 2;

/** Notes the elements of a page that embed posts, as their tags come. */
export class EmbedZones {
  readonly #text: PageText;
  readonly #anchors: readonly Anchor[];
  readonly #endAnchor: (from: number) => void;
  readonly #open: OpenZone[] = [];
  readonly #zones: EmbedZone[] = [];
  #paragraph: { readonly textStart: number; readonly lang: string | null } | null = null;

  /**
   * @param anchors Those of the page that are closed, as they come.
   * @param endAnchor Ends the one that is open, if it begins behind a place of the source.
   */
  constructor(text: PageText, anchors: readonly Anchor[], endAnchor: (from: number) => void) {
    this.#text = text;
    this.#anchors = anchors;
    this.#endAnchor = endAnchor;
  }

  /** @returns Whether the element embeds a post. */
  open(name: string, attributes: Attributes, source: Range): boolean {
    for (const zone of this.#open) if (zone.name === name) zone.depth += 1;
    const cite = name === 'blockquote' ? readCite(attributes) : null;
    const isQuote = name === 'blockquote' && (cite !== null || embedClass.test(attributes.get('class') ?? ''));
    const around = this.#open.at(-1);
    if (around?.target === null) {
      if (!isQuote) return this.#noteParagraph(name, attributes);
      this.#close(this.#open.length - 1, null);
    }
    const target =
      this.#open.length >= mostNested
        ? null
        : isQuote
          ? readIdAttribute(attributes)
          : readEmbedTarget(name, attributes);
    if (target === null && (!isQuote || this.#open.length >= mostNested)) return this.#noteParagraph(name, attributes);
    this.#closeParagraph();
    this.#open.push({
      name,
      source,
      textStart: this.#text.length,
      target,
      cite,
      paragraphs: [],
      firstAnchor: this.#anchors.length,
      firstZone: this.#zones.length,
      depth: 1,
    });
    if (voidElements.has(name)) this.#close(this.#open.length - 1, source[1]);
    return true;
  }

  close(name: string, end: number): void {
    if (name === 'p') this.#closeParagraph();
    for (let index = this.#open.length - 1; index >= 0; index -= 1) {
      const zone = this.#open[index];
      if (zone?.name !== name) continue;
      zone.depth -= 1;
      if (zone.depth === 0) this.#close(index, end);
    }
  }

  /** Whether an element that closes itself is one of these: HTML lets only few do so, but components do. */
  isOpenAt(source: Range): boolean {
    const last = this.#open.at(-1);
    return last?.source[0] === source[0] && last.target !== null;
  }

  finish(): readonly EmbedZone[] {
    while (this.#open.length > 0) this.#close(this.#open.length - 1, null);
    return this.#zones;
  }

  #noteParagraph(name: string, attributes: Attributes): false {
    if (name === 'p' && this.#open.length > 0) {
      this.#closeParagraph();
      this.#paragraph = { textStart: this.#text.length, lang: attributes.get('lang') ?? null };
    }
    return false;
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraph;
    if (paragraph === null) return;
    this.#paragraph = null;
    this.#open.at(-1)?.paragraphs.push({ text: [paragraph.textStart, this.#text.length], lang: paragraph.lang });
  }

  /** @param end Where the element ends, or `null` if it is never closed. */
  #close(index: number, end: number | null): void {
    this.#closeParagraph();
    const zone = this.#open[index];
    if (zone === undefined) return;
    this.#open.length = index;
    this.#open.at(-1)?.paragraphs.push(...zone.paragraphs);
    const { source, target, textStart } = zone;
    this.#endAnchor(source[0]);
    const anchors = this.#anchors.slice(zone.firstAnchor).filter((anchor) => anchor.source[0] > source[0]);
    // A quotation that is never closed ends with its link to the post; what says itself which post it is, with its tag.
    const last = target === null ? anchors.find(({ href }) => parsePostUrl(href) !== null) : undefined;
    const closed: EmbedZone = {
      target,
      cite: zone.cite,
      source: [source[0], end ?? last?.source[1] ?? source[1]],
      text: [textStart, end === null ? (last?.text[1] ?? textStart) : this.#text.length],
      paragraphs: zone.paragraphs,
      anchors: end === null ? anchors.slice(0, last === undefined ? 0 : anchors.indexOf(last) + 1) : anchors,
    };
    // What is within an element that says which post it embeds is there until a script has run.
    const within = this.#zones.splice(zone.firstZone);
    this.#zones.push(closed, ...(end === null ? within : []));
  }
}

function readCite(attributes: Attributes): string | null {
  const cite = attributes.get('cite');
  return cite !== undefined && parsePostUrl(cite) !== null ? cite : null;
}

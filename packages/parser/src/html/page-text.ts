import type { Range } from '@embalm/post';

const space = 0x20;

/** Whether a unit is white space of HTML. */
function isSpace(unit: number): boolean {
  return unit === space || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);
}

/** The text of a page as it grows, with a map back to the source. Offsets are UTF-16 units. */
export class PageText {
  readonly #pieces: string[] = [];
  /** One entry for each piece: where it begins in the text, and the beginning and end of its source. */
  readonly #starts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  #length = 0;
  #afterSpace = true;
  #breakPending = false;

  /** How long the text is, a pending break included. */
  get length(): number {
    this.#settle(this.#sourceEnds.at(-1) ?? 0);
    return this.#length;
  }

  /** Add source text as it stands: white space collapses, but in preformatted text. */
  addSource(html: string, start: number, end: number, preformatted: boolean): void {
    if (preformatted) {
      this.#add(html.slice(start, end), [start, end]);
      return;
    }
    let done = start;
    for (let at = start; at < end; at += 1) {
      if (!isSpace(html.charCodeAt(at))) continue;
      const first = at;
      while (at + 1 < end && isSpace(html.charCodeAt(at + 1))) at += 1;
      // A reader sees a single space as it is written, and all other white space as one.
      if (at === first && html.charCodeAt(at) === space) continue;
      this.#addWords(html, done, first);
      done = at + 1;
      this.#addSpace([first, done]);
    }
    this.#addWords(html, done, end);
  }

  /** Add a character that the source writes as a character reference. */
  addDecoded(character: string, source: Range): void {
    if (/^[ \t\n\f\r]$/.test(character)) this.#addSpace(source);
    else this.#add(character, source);
  }

  /** `<br>`. */
  breakLine(source: Range): void {
    if (this.#length === 0 || this.#breakPending) return;
    this.#push('\n', source);
    this.#afterSpace = true;
  }

  /** The edge of a block. */
  breakBlock(): void {
    this.#breakPending = this.#length > 0;
  }

  /** The whole text, and its map back to the source. */
  finish(): { readonly text: string; readonly toSource: (range: Range) => Range } {
    const text = this.#pieces.join('');
    return {
      text,
      toSource: ([start, end]) => {
        const from = this.#locate(start)[0];
        return [from, end > start ? this.#locate(end - 1)[1] : from];
      },
    };
  }

  /** Words with single spaces between them, and perhaps around them. */
  #addWords(html: string, start: number, end: number): void {
    const first = (this.#afterSpace || this.#breakPending) && html.charAt(start) === ' ' ? start + 1 : start;
    if (first >= end) return;
    this.#add(html.slice(first, end), [first, end]);
    this.#afterSpace = html.charAt(end - 1) === ' ';
  }

  #addSpace(source: Range): void {
    if (this.#afterSpace || this.#breakPending) return;
    this.#push(' ', source);
    this.#afterSpace = true;
  }

  #add(text: string, source: Range): void {
    if (text === '') return;
    this.#settle(source[0]);
    this.#push(text, source);
    this.#afterSpace = false;
  }

  #settle(at: number): void {
    if (!this.#breakPending) return;
    this.#breakPending = false;
    this.#push('\n\n', [at, at]);
    this.#afterSpace = true;
  }

  #push(piece: string, source: Range): void {
    this.#pieces.push(piece);
    this.#starts.push(this.#length);
    this.#sourceStarts.push(source[0]);
    this.#sourceEnds.push(source[1]);
    this.#length += piece.length;
  }

  /** What the unit at an offset stands for in the source. */
  #locate(offset: number): Range {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.#sourceStarts[low] ?? 0;
    const end = this.#sourceEnds[low] ?? 0;
    if (end - start !== this.#pieces[low]?.length) return [start, end];
    const unit = start + offset - (this.#starts[low] ?? 0);
    return [unit, unit + 1];
  }
}

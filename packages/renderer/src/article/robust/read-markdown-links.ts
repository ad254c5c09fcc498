import type { Range } from '@embalm/post';
import { decodeHTMLStrict } from 'entities';
import { isRunningText, type MarkdownNode, parseMarkdown } from './markdown-tree.ts';
import { type Definition, foldLabel, readDefinitions } from './read-definitions.ts';

/** A link that Markdown writes its own way. */
export interface MarkdownLink {
  /** All of it, in UTF-16 units. */
  readonly range: Range;
  /** Its words: what it shows. */
  readonly label: Range;
  /** What of its words is no plain text: marks, code, tags, escapes. In order. */
  readonly marked: readonly Range[];
  /** Whether its words are its address as it is, and no Markdown. */
  readonly isAutolink: boolean;
  /** Where its address stands, without brackets: in the link, or in the definition that it names. */
  readonly place: Range;
  readonly address: string;
  readonly title: string | null;
}

/** What of running text is no plain text, and is read no further. */
const marks =
  /^(?:EmphasisMark|InlineCode|HTMLTag|Comment|ProcessingInstruction|Escape|Entity|Image|HardBreak|QuoteMark)$/;

const titles = /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))$/;

/**
 * Read the links in the running text of a Markdown file: `[words](address)`, `[words][label]` with its definition, and
 * `<address>`; in order. Those in code, HTML and the descriptions of images are none.
 *
 * Left out are links within brackets that are text, for if they were none the brackets could be one; and those behind the
 * beginning of code, a tag or a comment that does not end, for there programs differ.
 *
 * @see https://spec.commonmark.org/0.31.2/#links
 */
export function readMarkdownLinks(text: string): readonly MarkdownLink[] {
  const tree = parseMarkdown(text);
  const definitions = readDefinitions(tree, text);
  const links: MarkdownLink[] = [];
  let isInComment = false;
  tree.iterate({
    enter: ({ name, node }) => {
      if (!isRunningText(name) || isInComment) return !isInComment;
      readRunningText(node);
      return false;
    },
  });
  return links;

  function readRunningText(leaf: MarkdownNode): void {
    let read = leaf.from;
    let open = 0;
    leaf.cursor().iterate(({ name, from, to, node }) => {
      const isMark = marks.test(name);
      if (!isMark && name !== 'Link' && name !== 'Autolink') return true;
      open = readPlain(text.slice(read, from), open);
      const link = isMark ? null : name === 'Link' ? readLink(node, text, definitions) : readAutolink(node, text);
      if (link !== null && open === 0) links.push(link);
      // Were this none, what it ends with could be the words of one that is behind it.
      if (link === null && name === 'Link' && /[[(]/.test(text.charAt(to))) open = Infinity;
      // Brackets that lead nowhere are text.
      const isText = link === null && !isMark;
      read = isText ? from : to;
      return isText;
    });
    readPlain(text.slice(read, leaf.to), open);
  }

  /** Count the brackets that are open behind some plain text. */
  function readPlain(plain: string, before: number): number {
    isInComment ||= /<[!?]/.test(plain);
    if (/`|<[!?/a-z]/i.test(plain)) return Infinity;
    let open = before;
    for (const [bracket] of plain.matchAll(/[[\]]/g)) open = bracket === '[' ? open + 1 : Math.max(0, open - 1);
    return open;
  }
}

type Definitions = ReadonlyMap<string, Definition>;

function readLink(node: MarkdownNode, text: string, definitions: Definitions): MarkdownLink | null {
  const [start, end, ...others] = node.getChildren('LinkMark');
  if (start === undefined || end === undefined) return null;
  const label: Range = [start.to, end.from];
  // A tag that is alone on its line would begin a block of HTML.
  if (/^[ \t]*(?:\r?\n|$)/.test(text.slice(...label))) return null;
  const own = node.getChild('URL');
  if (own === null && others.length > 0) return null;
  const target =
    own === null ? definitions.get(nameOf(node, text, label)) : { address: own, title: node.getChild('LinkTitle') };
  if (target === undefined) return null;
  const { address, title } = target;
  if (title !== null && !titles.test(text.slice(title.from, title.to))) return null;
  const marked = listMarks(node, label);
  if (marked === null) return null;
  const place: Range =
    text.charAt(address.from) === '<' ? [address.from + 1, address.to - 1] : [address.from, address.to];
  return {
    range: [node.from, node.to],
    label,
    marked,
    isAutolink: false,
    place,
    address: decode(text.slice(...place)),
    title: title === null ? null : decode(text.slice(title.from + 1, title.to - 1)) || null,
  };
}

function readAutolink({ from, to }: MarkdownNode, text: string): MarkdownLink {
  const place: Range = [from + 1, to - 1];
  return {
    range: [from, to],
    label: place,
    marked: [],
    isAutolink: true,
    place,
    address: text.slice(...place),
    title: null,
  };
}

/** The label of a link that has no address of its own: behind its words, or these. */
function nameOf(node: MarkdownNode, text: string, label: Range): string {
  const named = node.getChild('LinkLabel');
  const written = named === null ? '' : text.slice(named.from + 1, named.to - 1);
  return foldLabel(written === '' ? text.slice(...label) : written);
}

/** What of a link's words is no plain text; `null` if there is a link among them. */
function listMarks(link: MarkdownNode, [from, to]: Range): readonly Range[] | null {
  const found: Range[] = [];
  let hasLink = false;
  link.cursor().iterate((node) => {
    hasLink ||= node.from > link.from && /^(?:Link|Autolink)$/.test(node.name);
    if (!marks.test(node.name)) return true;
    if (node.from >= from && node.to <= to) found.push([node.from, node.to]);
    return false;
  });
  return hasLink ? null : found;
}

const escaped = /\\(?<character>[!-/:-@[-`{-~])|&#?[\da-z]{1,32};/gi;

/** What stands for an address or a title, with its escapes undone. */
function decode(written: string): string {
  return written.replaceAll(escaped, (reference, character?: string) => character ?? decodeHTMLStrict(reference));
}

import { Parser } from 'htmlparser2';

/** An element of a page. */
export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and text, with references decoded. */
  readonly children: readonly (HtmlElement | string)[];
}

/** Pages nest some thirty levels; what stands deeper means no good, and is taken for its ancestor's. */
const deepest = 500;

/** Read a page, or a piece of one, into a tree. Whatever it is, this returns. */
export function parseHtml(html: string): HtmlElement {
  const root = make('', new Map());
  const open = [root];
  let beyond = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (open.length >= deepest) {
        beyond += 1;
        return;
      }
      const element = make(name, new Map(Object.entries(attributes)));
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext: (text) => void open.at(-1)?.children.push(text),
    onclosetag: () => {
      if (beyond > 0) beyond -= 1;
      else if (open.length > 1) open.pop();
    },
  });
  parser.write(html);
  parser.end();
  return root;
}

interface Growing extends HtmlElement {
  readonly children: (HtmlElement | string)[];
}

function make(name: string, attributes: ReadonlyMap<string, string>): Growing {
  return { name, attributes, children: [] };
}

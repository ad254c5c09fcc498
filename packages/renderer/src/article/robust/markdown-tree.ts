import { parser } from '@lezer/markdown';
import { applyEdits, type Edit } from '../apply-edits.ts';

/** A Markdown file as CommonMark reads it. */
export type MarkdownTree = ReturnType<typeof parser.parse>;

/** A part of it: `from` and `to` are UTF-16 units. */
export type MarkdownNode = MarkdownTree['topNode'];

/** Whether a part of a file is running text: a paragraph, or a heading. */
export function isRunningText(name: string): boolean {
  return /^(?:Paragraph|ATXHeading\d|SetextHeading\d)$/.test(name);
}

/** To read running text can take the square of its length. */
const longest = 8000;

const blocks = parser.configure({
  remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'],
});

/** Read a Markdown file; running text of more than 8,000 characters is read as nothing but words. */
export function parseMarkdown(text: string): MarkdownTree {
  const edits: Edit[] = [];
  blocks.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (!isRunningText(name) || to - from <= longest) return;
      edits.push({ range: [from, to], replacement: text.slice(from, to).replaceAll(/[[\]*_`<!&\\]/g, 'x') });
    },
  });
  return parser.parse(applyEdits(text, edits));
}

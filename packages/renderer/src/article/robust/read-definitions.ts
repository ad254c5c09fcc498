import type { MarkdownNode, MarkdownTree } from './markdown-tree.ts';

/** Where the links with a label lead: `[label]: address "title"`. */
export interface Definition {
  readonly address: MarkdownNode;
  readonly title: MarkdownNode | null;
}

/**
 * Read the definitions of a Markdown file, by label as {@link foldLabel} writes it. The first one of a label counts. Those of
 * footnotes, which CommonMark does not know, are none.
 *
 * @see https://spec.commonmark.org/0.31.2/#link-reference-definitions
 */
export function readDefinitions(tree: MarkdownTree, text: string): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  tree.iterate({
    enter: ({ name, node }) => {
      if (name !== 'LinkReference') return;
      const label = node.getChild('LinkLabel');
      const address = node.getChild('URL');
      if (label === null || address === null) return;
      const key = foldLabel(text.slice(label.from + 1, label.to - 1));
      if (!key.startsWith('^') && !definitions.has(key))
        definitions.set(key, { address, title: node.getChild('LinkTitle') });
    },
  });
  return definitions;
}

/** Labels match whatever their case, and however much white space parts their words. */
export function foldLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase().toUpperCase();
}

import type { DefaultTreeAdapterTypes } from 'parse5';

/** As much of a DOM node as its hash depends on. */
export interface TreeNode {
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<TreeNode>;
}

/** A number that two trees share only if their elements, attributes and texts are the same. Runs in a page too. */
export function hashTree(root: TreeNode): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  visit(root);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);

  function visit(node: TreeNode): void {
    add(`<${node.nodeName.toLowerCase()}`);
    for (const { name, value } of node.attributes ?? []) add(` ${name}=${JSON.stringify(value)}`);
    add(JSON.stringify(node.nodeValue ?? ''));
    for (const child of node.childNodes) visit(child);
    add('>');
  }

  function add(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      high = Math.imul(high ^ code, 2_654_435_761);
      low = Math.imul(low ^ code, 1_597_334_677) ^ (high >>> 15);
    }
  }
}

/** A tree of parse5 as such nodes. */
export function treeOf(node: DefaultTreeAdapterTypes.ChildNode): TreeNode {
  if (!('childNodes' in node)) {
    const text = 'value' in node ? node.value : null;
    return { nodeName: node.nodeName, nodeValue: text, childNodes: [] };
  }
  return {
    nodeName: node.tagName,
    nodeValue: null,
    attributes: node.attrs,
    childNodes: node.childNodes.map(treeOf),
  };
}

/* oxlint-disable unicorn/consistent-function-scoping -- it is sent to the page as text, and refers to nothing outside itself */
/** A document as it is in the browser, as HTML. */
export interface ReadDocument {
  readonly url: string;
  readonly html: string;
  /** False if it is longer than was asked for; then its end is left out. */
  readonly whole: boolean;
}

/**
 * Write the document as HTML: as its scripts have made it, with the content of open shadow roots as declarative ones
 * (`<template shadowrootmode="open">`).
 *
 * Runs in the page, in a world of its own; see {@link settleDocument}.
 *
 * @param most UTF-16 units.
 */
export function readDocument(most: number): ReadDocument {
  const [root] = Document.prototype.querySelectorAll.call(document, 'html');
  if (root === undefined) return { url: location.href, html: '', whole: true };
  const shadowRoots: ShadowRoot[] = [];
  for (const waiting: ParentNode[] = [root]; waiting.length > 0;) {
    for (const { shadowRoot } of waiting.pop()?.querySelectorAll('*') ?? []) {
      if (shadowRoot === null) continue;
      shadowRoots.push(shadowRoot);
      waiting.push(shadowRoot);
    }
  }
  const shell = root.cloneNode(false) as Element;
  const [start, end] = [shell.outerHTML.slice(0, -'</html>'.length), '</html>'];
  // Before Chromium 125 there is none.
  const content = typeof root.getHTML === 'function' ? root.getHTML({ shadowRoots }) : root.innerHTML;
  const doctype = document.doctype instanceof DocumentType ? '<!DOCTYPE html>\n' : '';
  const html = `${doctype}${start}${content}${end}\n`;
  return { url: location.href, html: html.slice(0, most), whole: html.length <= most };
}

/** Elements whose content is no text of the page. */
export const hiddenElements: ReadonlySet<string> = new Set([
  'iframe',
  'noembed',
  'noframes',
  'script',
  'style',
  'textarea',
  'title',
]);

/** Those among them that hold markup back, if not to be copied: then, a reader sees them. */
export function holdsMarkup(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return name === 'script' || name === 'iframe' || (name === 'textarea' && attributes.has('hidden'));
}

/** Elements that begin on a line of their own and end it. From the rendering section of the HTML standard. */
export const blockElements: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
]);

/** Elements that have no content, and so no end: those among them that can show what is elsewhere. */
export const voidElements: ReadonlySet<string> = new Set(['embed', 'img', 'input', 'link', 'meta', 'param', 'source']);

/** An attribute that makes a browser ask for something, or take something along. */
export interface FetchingAttribute {
  /** In HTML; `*` is every element. */
  readonly elements: readonly string[];
  readonly attribute: string;
  /** How its value names addresses. */
  readonly form: 'url' | 'srcset' | 'urls';
  /**
   * What is asked for: a `resource` is only shown or played, a `document` may run scripts of its own; a `form` goes out when
   * it is sent, a `ping` when a link is followed; a `link` is only gone to, and harmless unless it is code.
   */
  readonly use: 'resource' | 'document' | 'form' | 'ping' | 'link';
}

/**
 * Every attribute of HTML with an address in it that a browser acts on, today's and those of old browsers. `link`, `meta`,
 * `base` and `script` have rules of their own. From the HTML standard's index of attributes, the WICG's Attribution
 * Reporting and Fenced Frame drafts, and the obsolete features that browsers still have or had.
 */
export const fetchingAttributes: readonly FetchingAttribute[] = [
  { elements: ['img', 'input', 'source'], attribute: 'src', form: 'url', use: 'resource' },
  { elements: ['img', 'source'], attribute: 'srcset', form: 'srcset', use: 'resource' },
  { elements: ['audio', 'video', 'track', 'bgsound', 'model'], attribute: 'src', form: 'url', use: 'resource' },
  { elements: ['video', 'audio'], attribute: 'poster', form: 'url', use: 'resource' },
  { elements: ['img', 'input'], attribute: 'lowsrc', form: 'url', use: 'resource' },
  { elements: ['img', 'input'], attribute: 'dynsrc', form: 'url', use: 'resource' },
  { elements: ['*'], attribute: 'background', form: 'url', use: 'resource' },
  { elements: ['command', 'menuitem'], attribute: 'icon', form: 'url', use: 'resource' },
  { elements: ['iframe', 'frame', 'embed', 'portal', 'fencedframe'], attribute: 'src', form: 'url', use: 'document' },
  { elements: ['layer', 'ilayer', 'xml'], attribute: 'src', form: 'url', use: 'document' },
  { elements: ['object'], attribute: 'data', form: 'url', use: 'document' },
  { elements: ['object', 'applet', 'embed'], attribute: 'classid', form: 'url', use: 'document' },
  { elements: ['object', 'applet', 'embed'], attribute: 'code', form: 'url', use: 'document' },
  { elements: ['object', 'applet', 'embed'], attribute: 'codebase', form: 'url', use: 'document' },
  { elements: ['object', 'applet', 'embed'], attribute: 'archive', form: 'urls', use: 'document' },
  { elements: ['applet'], attribute: 'object', form: 'url', use: 'document' },
  { elements: ['html'], attribute: 'manifest', form: 'url', use: 'document' },
  { elements: ['form'], attribute: 'action', form: 'url', use: 'form' },
  { elements: ['button', 'input'], attribute: 'formaction', form: 'url', use: 'form' },
  { elements: ['a', 'area'], attribute: 'ping', form: 'urls', use: 'ping' },
  { elements: ['a', 'area', 'img', 'script'], attribute: 'attributionsrc', form: 'urls', use: 'ping' },
  { elements: ['a', 'area'], attribute: 'href', form: 'url', use: 'link' },
];

/** What `<link rel>` makes browsers do. Any other relation only says something. */
export const loadingRelations: ReadonlyMap<string, 'loads' | 'leaks'> = new Map([
  ['apple-touch-icon', 'loads'],
  ['apple-touch-icon-precomposed', 'loads'],
  ['apple-touch-startup-image', 'loads'],
  ['compression-dictionary', 'loads'],
  ['dns-prefetch', 'leaks'],
  ['fluid-icon', 'loads'],
  ['icon', 'loads'],
  ['image_src', 'loads'],
  ['import', 'loads'],
  ['manifest', 'loads'],
  ['mask-icon', 'loads'],
  ['modulepreload', 'loads'],
  ['preconnect', 'leaks'],
  ['prefetch', 'loads'],
  ['preload', 'loads'],
  ['prerender', 'loads'],
  ['search', 'loads'],
  ['stylesheet', 'loads'],
  ['subresource', 'loads'],
]);

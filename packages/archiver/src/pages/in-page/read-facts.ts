/* oxlint-disable unicorn/consistent-function-scoping -- it is sent to the page as text, and refers to nothing outside itself */
/** What a document says of itself, as it is written there. */
export interface RawFacts {
  readonly url: string;
  readonly lang: string | null;
  readonly title: string;
  readonly canonicalUrl: string | null;
  /** By name or property in lower case, the first of each. */
  readonly metadata: Readonly<Record<string, string>>;
  /** JSON-LD: the text of its scripts. */
  readonly linkedData: readonly string[];
  /** A line a paragraph. */
  readonly text: string;
  /** False if the text goes on. */
  readonly whole: boolean;
}

/** How much is read. */
export interface FactLimits {
  /** Of one entry of its metadata, in UTF-16 units. */
  readonly entry: number;
  readonly text: number;
  /** How many nodes are looked at for the text. */
  readonly nodes: number;
}

/**
 * Read the metadata of the document, and the text of its main part as a reader sees it: the element that is marked as the
 * article's body, else the only `<article>`, else `<main>`, else all; without what is hidden, navigation, forms, asides,
 * times (they are told relative to now) and embedded posts.
 *
 * Runs in the page, in a world of its own; see {@link settleDocument}.
 */
export function readFacts(limits: FactLimits): RawFacts {
  const all = (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)];
  const cut = (text: string | null | undefined): string => (text ?? '').slice(0, limits.entry);
  const fold = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const [root] = all('html');
  const metadata: Record<string, string> = {};
  for (const meta of all('meta[content]').slice(0, 500)) {
    for (const attribute of ['name', 'property', 'itemprop']) {
      const name = cut(meta.getAttribute(attribute)).toLowerCase();
      if (name !== '') metadata[name] ??= cut(meta.getAttribute('content'));
    }
  }
  const main = readText();
  return {
    url: location.href,
    lang: root?.getAttribute('lang') ?? null,
    title: fold(cut(all('head > title')[0]?.textContent)),
    canonicalUrl: all('link[rel~="canonical"][href]')[0]?.getAttribute('href') ?? null,
    metadata,
    linkedData: all('script[type="application/ld+json"]')
      .slice(0, 8)
      .map((script) => (script.textContent ?? '').slice(0, limits.text)),
    text: main.lines.join('\n'),
    whole: main.whole,
  };

  function readText(): { readonly lines: readonly string[]; readonly whole: boolean } {
    const skipped =
      'nav, aside, footer, form, dialog, script, style, noscript, template, svg, iframe, object, video, audio, button, select, ' +
      'textarea, time, [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="banner"], ' +
      '[role="contentinfo"], [role="dialog"], [role="alertdialog"], [role="search"], body > header, ' +
      'blockquote[class*="twitter-"], .twitter-tweet, blockquote.instagram-media, blockquote.tiktok-embed, ' +
      'blockquote.bluesky-embed, blockquote.text-post-media';
    const accept = (node: Node): number => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      const isShown = !node.matches(skipped) && node.checkVisibility();
      return isShown ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
    };
    const part = findMain();
    if (part === undefined) return { lines: [], whole: true };
    const what = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
    const walker = Document.prototype.createTreeWalker.call(document, part, what, accept);
    const lines: string[] = [];
    let line = '';
    let length = 0;
    let block: Element | null = null;
    const end = (): void => {
      const folded = fold(line);
      if (folded !== '') lines.push(folded.slice(0, limits.text - length));
      length += folded === '' ? 0 : folded.length + 1;
      line = '';
    };
    let seen = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      seen += 1;
      if (seen > limits.nodes || length >= limits.text) {
        end();
        return { lines, whole: false };
      }
      if (node instanceof Element) {
        if (node.localName === 'br') end();
        continue;
      }
      const own = blockOf(node.parentElement);
      if (own !== block) end();
      block = own;
      line += node.nodeValue ?? '';
      if (line.length > limits.text) end();
    }
    end();
    return { lines, whole: true };
  }

  function findMain(): Element | undefined {
    const bodies = all('[itemprop~="articleBody"]');
    if (bodies.length === 1) return bodies[0];
    const articles = all('article').filter((article) => article.parentElement?.closest('article') === null);
    if (articles.length === 1) return articles[0];
    return all('main, [role="main"]')[0] ?? all('body')[0];
  }

  function blockOf(element: Element | null): Element | null {
    let block = element;
    while (block !== null && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    return block;
  }
}

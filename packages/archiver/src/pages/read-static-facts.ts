import { attributeOf, textOf } from '../payloads/html/find-elements.ts';
import type { HtmlElement } from '../payloads/html/parse-html.ts';
import { parseHtml } from '../payloads/html/parse-html.ts';
import type { RawFacts } from './in-page/read-facts.ts';
import { pageLimits } from './page-limits.ts';

/** What no reader sees, and what changes without anybody having written anything. */
const skippedNames: ReadonlySet<string> = new Set(
  'script style noscript template svg iframe object video audio button select textarea time nav aside footer form dialog'.split(
    ' ',
  ),
);
const skippedRoles: ReadonlySet<string> = new Set(
  'navigation complementary banner contentinfo dialog alertdialog search'.split(' '),
);
const nameAttributes = ['name', 'property', 'itemprop'] as const;

/**
 * Read of a document as its server sends it what `readFacts` reads of it in the browser. Without styles it is not known where
 * lines end and what is hidden: two such readings can be compared with each other, and with no other.
 *
 * @param url Where the document is.
 */
export function readStaticFacts(html: string, url: string): RawFacts {
  const root = parseHtml(html.slice(0, pageLimits.documentLength));
  const { entry, text: longest } = pageLimits.facts;
  const all = listElements(root);
  const named = (name: string): HtmlElement | undefined => all.find((element) => element.name === name);
  const metadata: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const meta of all.filter(({ name }) => name === 'meta').slice(0, 500)) {
    const content = meta.attributes.get('content');
    for (const attribute of content === undefined ? [] : nameAttributes) {
      const name = (meta.attributes.get(attribute) ?? '').slice(0, entry).toLowerCase();
      if (name !== '') metadata[name] ??= (content ?? '').slice(0, entry);
    }
  }
  const title = named('title');
  const canonical = all.find(({ name, attributes }) => name === 'link' && attributes.get('rel') === 'canonical');
  const text = fold(visibleText(mainOf(root, all)));
  return {
    url,
    lang: named('html')?.attributes.get('lang') ?? null,
    title: fold(title === undefined ? '' : textOf(title).slice(0, entry)),
    canonicalUrl: canonical === undefined ? null : attributeOf(canonical, 'href'),
    metadata,
    linkedData: all
      .filter(({ name, attributes }) => name === 'script' && attributes.get('type') === 'application/ld+json')
      .slice(0, 8)
      .map((script) => textOf(script).slice(0, longest)),
    text: text.slice(0, longest),
    whole: text.length <= longest,
  };
}

/** In the order of the document; generators within one another would take long for a deep one. */
function listElements(root: HtmlElement): readonly HtmlElement[] {
  const listed: HtmlElement[] = [];
  const left: (HtmlElement | string)[] = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') continue;
    listed.push(next);
    for (let index = next.children.length - 1; index >= 0; index -= 1) left.push(next.children[index] ?? '');
  }
  return listed;
}

/** As `readFacts` finds it, as far as a document shows it by itself. */
function mainOf(root: HtmlElement, all: readonly HtmlElement[]): HtmlElement {
  const bodies = all.filter(({ attributes }) => attributes.get('itemprop')?.split(/\s/).includes('articleBody'));
  const articles = all.filter(({ name }) => name === 'article');
  return (
    (bodies.length === 1 ? bodies[0] : articles.length === 1 ? articles[0] : undefined) ??
    all.find(({ name, attributes }) => name === 'main' || attributes.get('role') === 'main') ??
    all.find(({ name }) => name === 'body') ??
    root
  );
}

function visibleText({ children }: HtmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? child : isSkipped(child) ? '' : visibleText(child)))
    .join('');
}

function isSkipped({ name, attributes }: HtmlElement): boolean {
  const isHidden = attributes.has('hidden') || attributes.get('aria-hidden') === 'true';
  return isHidden || skippedNames.has(name) || skippedRoles.has(attributes.get('role') ?? '');
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

import { statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { Article } from '@embalm/parser/read';
import { type MediaOptions, readMediaOptions } from './options/media-options.ts';
import { UsageError } from './usage-error.ts';

/** Where an article's page goes, and what it is. */
export interface PagePlan extends MediaOptions {
  readonly page: string;
  /** `same` keeps Markdown as Markdown. */
  readonly to: 'same' | 'html';
}

/** Options of commands that make pages. */
export interface PageOptions extends MediaOptions {
  readonly out: string;
  readonly to?: 'same' | 'html';
  readonly links?: 'keep' | 'robust';
}

/** An article whose page is planned. */
interface Planned extends Pick<Article, 'source' | 'format'> {
  /** What its page is called, without an extension; by default it is called after its source. */
  readonly name?: string;
}

const pageExtensions = new Set(['.html', '.htm']);
const markdownExtensions = new Set(['.md', '.markdown', '.mdx']);

/**
 * Where each article's page goes: into the folder `out` under the article's own name, or to `out` itself if that is the
 * name of a page or of a Markdown file. Markdown stays Markdown, unless `out` or `to` ask for a page.
 *
 * @returns A function from an article to its page. It throws a {@link UsageError} rather than let one page replace another,
 * or the article itself, or make Markdown of what is none.
 */
export function planPages({ out, to, ...options }: PageOptions): (article: Planned) => PagePlan {
  const media = readMediaOptions(options);
  const extension = extname(out).toLowerCase();
  const isPage = pageExtensions.has(extension);
  const isMarkdown = markdownExtensions.has(extension);
  requirePlace(out, isPage || isMarkdown);
  const articleOf = new Map<string, string>();
  return ({ source, format, name: given }) => {
    const staysMarkdown = format === 'markdown' && to !== 'html' && !isPage;
    if (isMarkdown && !staysMarkdown) {
      throw new UsageError(`${source} becomes a page, and ${out} is the name of a Markdown file; end it in .html.`);
    }
    const path = pathOf(source);
    const own = extname(path);
    const name = given ?? (source === '-' ? 'stdin' : basename(path, own));
    const page = isPage || isMarkdown ? out : join(out, name + (staysMarkdown ? own || '.md' : '.html'));
    const place = resolve(page);
    const earlier = articleOf.get(place);
    if (earlier !== undefined) {
      throw new UsageError(
        `${earlier} and ${source} would both become ${page}; give them folders of their own with -o.`,
      );
    }
    if (place === resolve(source)) {
      throw new UsageError(`The page of ${source} would replace the article itself; choose another folder with -o.`);
    }
    articleOf.set(place, source);
    return { page, to: staysMarkdown ? 'same' : 'html', ...media };
  };
}

/** Better said before posts are captured than after. */
function requirePlace(out: string, isFile: boolean): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (isFile && found.isDirectory())
    throw new UsageError(`-o ${out} names a page, and there is a folder of that name; choose another.`);
  if (isFile || found.isDirectory()) return;
  throw new UsageError(`-o ${out} names the folder for pages, and there is a file of that name; a page ends in .html.`);
}

/** Of a web page the last part of its address, or else its host, in letters that file systems take. */
function pathOf(source: string): string {
  const url = /^https?:\/\//i.test(source) ? URL.parse(source) : null;
  if (url === null) return source;
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? `${url.hostname}.html`;
  return (
    last
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^\.+/, '')
      .slice(-100) || 'page'
  );
}

import { basename, extname, join, resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

/**
 * Where each article's page goes: into the folder `out` under the article's own name, or to `out` itself if that is the
 * name of a page.
 *
 * @returns A function from an article's path to its page's. It throws a {@link UsageError} rather than let one page
 * replace another, or the article itself.
 */
export function planPages(out: string): (article: string) => string {
  const isPage = ['.html', '.htm'].includes(extname(out).toLowerCase());
  const articleOf = new Map<string, string>();
  return (article) => {
    const name = article === '-' ? 'stdin' : basename(article, extname(article));
    const page = isPage ? out : join(out, `${name}.html`);
    const place = resolve(page);
    const earlier = articleOf.get(place);
    if (earlier !== undefined) {
      throw new UsageError(
        `${earlier} and ${article} would both become ${page}; give them folders of their own with -o.`,
      );
    }
    if (place === resolve(article)) {
      throw new UsageError(`The page of ${article} would replace the article itself; choose another folder with -o.`);
    }
    articleOf.set(place, article);
    return page;
  };
}

import { type Exhibit, renderPost, stylesheet } from '@embalm/renderer';
import { checkHtml } from '@embalm/renderer/check';
import { parseFragment } from 'parse5';
import { hashTree, treeOf } from './hash-tree.ts';
import type { WatchedBrowser } from './open-watched-page.ts';

const batchSize = 250;

/** Show posts to Chromium, many on a page, and say what is wrong with them, and how many were seen. */
export async function examinePosts(
  exhibits: readonly Exhibit[],
  browser: WatchedBrowser,
): Promise<{ readonly seen: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let seen = 0;
  for (let at = 0; at < exhibits.length; at += batchSize) {
    const posts = exhibits.slice(at, at + batchSize).map((exhibit) => renderPost(exhibit));
    const page = `<!doctype html><title>a</title><style>${stylesheet}</style><main>${posts.join('')}</main>`;
    const expected = posts.map((html) => {
      const [article, ...others] = parseFragment(html).childNodes;
      return article === undefined || others.length > 0 ? Number.NaN : hashTree(treeOf(article));
    });
    const { requests, executions, trees, secondTrees } = await browser.watch(page);
    faults.push(...requests, ...executions, ...checkHtml(page).map(({ rule, what }) => `${rule}: ${what}`));
    for (const [index, tree] of expected.entries()) {
      if (tree !== trees[index]) faults.push(`read otherwise: ${posts[index]}`);
      if (tree !== secondTrees[index]) faults.push(`changed when written and read again: ${posts[index]}`);
    }
    if (trees.length !== posts.length) faults.push(`${posts.length} posts became ${trees.length} elements`);
    seen += trees.length;
  }
  return { seen, faults };
}

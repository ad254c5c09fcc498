import { findBrowser } from '@embalm/archiver';
import { chromium } from 'playwright';
import { hashTree, type TreeNode } from './hash-tree.ts';

/** What a page did when it was opened, and what Chromium made of its markup. */
interface Watched {
  /** Every request but the one for the page itself. */
  readonly requests: readonly string[];
  /** Every script that was compiled, and every call of `hit`, `alert` and the like. */
  readonly executions: readonly string[];
  /** The tree of each element in `<main>`. */
  readonly trees: readonly number[];
  /** The same after the markup was written out and read in again. */
  readonly secondTrees: readonly number[];
}

/** A browser that opens pages and watches them. */
export interface WatchedBrowser extends AsyncDisposable {
  /** Open a page, then unfold and load everything in it that waits for its reader. */
  watch(html: string): Promise<Watched>;
}

const address = 'http://page.example/';

/** Start Chromium with scripts allowed and no policy in the way: what is watched must be harmless by itself. */
export async function openWatchedBrowser(): Promise<WatchedBrowser> {
  const { executable } = await findBrowser();
  const browser = await chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0 });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let html = '';
  let requests: string[] = [];
  let executions: string[] = [];
  await context.exposeFunction('hit', () => executions.push('hit'));
  await context.addInitScript({
    content: 'window.alert = window.confirm = window.prompt = window.print = window.hit;',
  });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    requests.push(url);
    return route.abort();
  });
  page.on('dialog', (dialog) => {
    executions.push(dialog.type());
    void dialog.dismiss();
  });
  const session = await context.newCDPSession(page);
  await session.send('Debugger.enable');
  session.on('Debugger.scriptParsed', ({ url, isModule }) => {
    if (url.startsWith('http') || url.startsWith('data:') || isModule === true) executions.push(`script in ${url}`);
  });
  return {
    async watch(next) {
      html = next;
      requests = [];
      executions = [];
      await page.goto(address, { waitUntil: 'load' });
      const trees = await page.evaluate(readTrees, hashTree.toString());
      await page.evaluate(awaken);
      return { requests, executions, ...trees };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

/** In the page. */
function readTrees(hash: string): Pick<Watched, 'trees' | 'secondTrees'> {
  // oxlint-disable-next-line eslint/no-new-func, typescript/no-implied-eval -- the same function here and there
  const hashOf = new Function(`return ${hash}`)() as (node: TreeNode) => number;
  const main = document.querySelector('main') ?? document.body;
  const trees = Array.from(main.children, (element) => hashOf(element as unknown as TreeNode));
  const copy = document.implementation.createHTMLDocument('');
  copy.body.innerHTML = main.innerHTML;
  const secondTrees = Array.from(copy.body.children, (element) => hashOf(element as unknown as TreeNode));
  return { trees, secondTrees };
}

/** In the page: unfold and load everything, as a curious reader would. */
async function awaken(): Promise<void> {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const image of document.querySelectorAll('img')) image.loading = 'eager';
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}

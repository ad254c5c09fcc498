/* oxlint-disable unicorn/consistent-function-scoping -- it is sent to the page as text, and refers to nothing outside itself */
/** How long a page may take to get ready. Times are in ms. */
export interface SettleLimits {
  /** For its `load` event. */
  readonly loadMs: number;
  /** How many screens it is scrolled down, at most. */
  readonly screens: number;
  /** For how long nothing may change before it counts as ready. */
  readonly quietMs: number;
  /** How long it may go on changing; with 0 that is not waited for. */
  readonly changingMs: number;
}

/**
 * Wait until the document is as a reader would find it: loaded, scrolled through once so that what loads late has been
 * called for, and at rest: neither its elements nor its height change, and no image that it shows is still on its way.
 *
 * Runs in the page, in a world of its own. It refers to nothing outside itself, and asks the document only by ways that
 * elements of the page cannot take the place of.
 *
 * @returns Whether it came to rest in time.
 */
export async function settleDocument(limits: SettleLimits): Promise<boolean> {
  const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
  const drawn = (): Promise<unknown> =>
    Promise.race([new Promise((resolve) => requestAnimationFrame(resolve)), pause(100)]);
  const all = (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)];
  const [root] = all('html');
  if (root === undefined) return true;

  if (document.readyState !== 'complete') {
    await Promise.race([
      new Promise((resolve) => addEventListener('load', resolve, { once: true })),
      pause(limits.loadMs),
    ]);
  }
  const height = (): number => Math.max(root.scrollHeight, ...all('body').map((body) => body.scrollHeight));
  for (let screen = 1; screen <= limits.screens && screen * innerHeight < height() + innerHeight; screen += 1) {
    scrollTo({ top: screen * innerHeight, behavior: 'instant' });
    await drawn();
    await pause(50);
  }
  scrollTo({ top: 0, behavior: 'instant' });

  if (limits.changingMs === 0) return true;
  let changedAt = performance.now();
  let seenHeight = height();
  const observer = new MutationObserver(() => (changedAt = performance.now()));
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  const isComing = (image: Element): boolean =>
    image instanceof HTMLImageElement && !image.complete && image.loading !== 'lazy';
  const end = performance.now() + limits.changingMs;
  for (;;) {
    await pause(50);
    if (height() !== seenHeight) changedAt = performance.now();
    seenHeight = height();
    const now = performance.now();
    const isQuiet = now - changedAt >= limits.quietMs && !all('img').some(isComing);
    if (!isQuiet && now < end) continue;
    observer.disconnect();
    await drawn();
    return isQuiet;
  }
}

/** What is to be settled. */
export interface SettleElement {
  /** A CSS selector; the first element that it finds counts. */
  readonly selector: string;
  /** How often it is looked for, in ms. */
  readonly everyMs: number;
}

/** Where an element is, in whole CSS pixels of the document. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Wait until an element is as a reader would see it, end what moves, and hide the caret. Runs in the page: it refers to
 * nothing of this module.
 */
export async function settleElement({ selector, everyMs }: SettleElement): Promise<Place> {
  const find = async (): Promise<Element> => {
    for (;;) {
      const found = document.querySelector(selector);
      const { width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
      const isSeen = found !== null && width > 0 && height > 0;
      if (isSeen && getComputedStyle(found).visibility === 'visible') return found;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  };
  const element = await find();
  const images = [...element.querySelectorAll('img')];
  // Below the fold they would never come.
  for (const image of images) image.loading = 'eager';
  const ended = images.map(
    (image) =>
      image.complete ||
      new Promise((resolve) => {
        image.addEventListener('load', resolve, { once: true });
        image.addEventListener('error', resolve, { once: true });
      }),
  );
  await Promise.all([document.fonts.ready, ...ended]);
  await Promise.all(images.map((image) => image.decode().catch(() => {})));

  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot !== null) roots.push(shadowRoot);
    for (const animation of root.getAnimations()) {
      if (animation.playbackRate === 0) continue;
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
      else animation.cancel();
    }
    if (root.activeElement instanceof HTMLElement) root.activeElement.style.caretColor = 'transparent';
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = [Math.floor(left + scrollX), Math.floor(top + scrollY)];
  return { x, y, width: Math.ceil(right + scrollX) - x, height: Math.ceil(bottom + scrollY) - y };
}

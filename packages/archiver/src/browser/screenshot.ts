import type { Page } from 'playwright';
import type { Place } from './settle-element.ts';

/** A picture of an element. */
export interface Screenshot {
  /** PNG. */
  readonly bytes: Uint8Array;
  /** In pixels of the picture: two per CSS pixel. */
  readonly width: number;
  readonly height: number;
}

/** The tallest part of an element that is pictured, in CSS pixels: no post is taller, and Chromium's surfaces end soon after. */
const maxHeight = 8_000;

/**
 * Photograph a part of a page that holds still, cut off below 8,000 CSS pixels. The bytes still differ between versions
 * of Chromium and between sets of fonts.
 */
export async function takeScreenshot(page: Page, place: Place): Promise<Screenshot> {
  const clip = { ...place, height: Math.min(place.height, maxHeight) };
  const bytes = await page.screenshot({
    type: 'png',
    clip,
    fullPage: !isInView(clip, page.viewportSize()),
    animations: 'allow',
    caret: 'initial',
    scale: 'device',
  });
  // The picture's own header: https://www.w3.org/TR/png-3/#11IHDR
  return { bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The page stands at its top: what is in view has been drawn already. */
function isInView({ x, y, width, height }: Place, view: ReturnType<Page['viewportSize']>): boolean {
  return view !== null && x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
}

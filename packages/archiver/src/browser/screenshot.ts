import type { Page } from 'playwright';

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
 * Photograph the first element that a selector finds, cut off below 8,000 CSS pixels. Animations stand at their end and
 * there is no caret; the bytes still differ between versions of Chromium and between sets of fonts.
 */
export async function takeScreenshot(page: Page, selector: string): Promise<Screenshot> {
  const element = page.locator(selector).first();
  const box = await element.boundingBox();
  const settings = { type: 'png', animations: 'disabled', caret: 'hide', scale: 'device' } as const;
  const bytes =
    box !== null && box.height > maxHeight
      ? await page.screenshot({ ...settings, fullPage: true, clip: { ...box, height: maxHeight } })
      : await element.screenshot(settings);
  // The picture's own header: https://www.w3.org/TR/png-3/#11IHDR
  return { bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

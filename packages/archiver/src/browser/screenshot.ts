import type { CaptureContext, View } from './capture-context.ts';
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
 *
 * Playwright's pictures have the same pixels, in files a quarter smaller, but to make them takes a tenth of all the work of a
 * capture.
 */
export async function takeScreenshot(
  { session, view }: Pick<CaptureContext, 'session' | 'view'>,
  place: Place,
): Promise<Screenshot> {
  const clip = { ...place, height: Math.min(place.height, maxHeight), scale: 1 };
  await keepView(session, view);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    clip,
    captureBeyondViewport: !isInView(clip, view),
    optimizeForSpeed: true,
  });
  const bytes = Buffer.from(data, 'base64');
  // The picture's own header: https://www.w3.org/TR/png-3/#11IHDR
  return { bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** A picture is made in the view that its own session asked for. It is the page's already, so that nothing moves. */
async function keepView(session: CaptureContext['session'], { viewport, deviceScaleFactor }: View): Promise<void> {
  const { width, height } = viewport;
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    screenWidth: width,
    screenHeight: height,
    deviceScaleFactor,
    mobile: false,
    screenOrientation: { angle: 0, type: 'landscapePrimary' },
  });
}

/** The page stands at its top: what is in view has been drawn already. */
function isInView({ x, y, width, height }: Place, { viewport }: View): boolean {
  return x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height;
}

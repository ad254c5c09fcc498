import type { View } from '../browser/capture-context.ts';
import type { FactLimits } from './in-page/read-facts.ts';
import type { SettleLimits } from './in-page/settle-document.ts';

/** How much of a web page is taken, and how long it is waited for. */
interface PageLimits {
  /** Requests, those of its frames too. */
  readonly requests: number;
  /** Of all bodies together, decoded. */
  readonly bytes: number;
  /** Of one body, decoded: of a longer one the head alone is kept. */
  readonly bodyBytes: number;
  /** How often it may lead on by itself (`<meta refresh>`, scripts) before it is given up. */
  readonly navigations: number;
  /** Of the document as the browser has it, in UTF-16 units. */
  readonly documentLength: number;
  /** Frames whose documents are kept. */
  readonly frames: number;
  /** Of each of those documents, in UTF-16 units. */
  readonly frameLength: number;
  /** Of the picture, in CSS pixels. */
  readonly pictureHeight: number;
  readonly pictureMs: number;
  readonly settle: SettleLimits;
  readonly facts: FactLimits;
}

/** The one place that says so. A news page makes some two or three hundred requests for 3 to 10 MB. */
export const pageLimits: PageLimits = {
  requests: 1000,
  bytes: 100_000_000,
  bodyBytes: 32_000_000,
  navigations: 8,
  documentLength: 16_000_000,
  frames: 20,
  frameLength: 2_000_000,
  pictureHeight: 12_000,
  pictureMs: 15_000,
  settle: { loadMs: 15_000, screens: 20, quietMs: 500, changingMs: 5_000 },
  facts: { entry: 2_000, text: 200_000, nodes: 200_000 },
};

/** As wide as a small laptop: pages show all their columns. */
export const pageView: View = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 };

/** The site of a page: its name up to the colon. */
export function siteOf(page: string): string {
  return page.split(':', 1)[0] ?? page;
}

/** A real page, flattened, and where its embeds stand in it. */
export interface GoldPage {
  readonly page: string;
  /** How it was flattened. */
  readonly style: string;
  readonly text: string;
  /** The ranges of body and signature, in UTF-16 units. */
  readonly gold: readonly { readonly range: readonly [start: number, end: number] }[];
}

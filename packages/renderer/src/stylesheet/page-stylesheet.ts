import { compactCss } from './compact-css.ts';
import { stylesheetFor } from './stylesheet.ts';

const page = `
:root { color-scheme: light dark; }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; }
body { margin: 0; background: #fdfcfa; color: #1c1f23; font: 400 1.1875rem/1.65 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", "Liberation Serif", serif; }
main { max-width: 38rem; margin: 0 auto; padding: clamp(1.25rem, 5vw, 4rem) 1.25rem 6rem; }
main > p, main > h1 { margin: 0 0 1.15em; overflow-wrap: anywhere; text-wrap: pretty; }
main > h1 { font-size: 2em; line-height: 1.2; text-wrap: balance; }
main > p > a { color: #0b57a4; text-underline-offset: .15em; }
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme=light]) body { background: #101215; color: #dcdfe2; }
  :root:not([data-theme=light]) main > p > a { color: #8abdf7; }
}
@media screen {
  :root[data-theme=dark] body { background: #101215; color: #dcdfe2; }
  :root[data-theme=dark] main > p > a { color: #8abdf7; }
}
@media print {
  body { background: none; font-size: 11pt; }
  main { max-width: none; padding: 0; }
}
`;

/** The rules of a page that is made of a text, with those that its posts need. @param markup The posts, as rendered. */
export function pageStylesheetFor(markup: string): string {
  return stylesheetFor(markup) + compactCss(page);
}

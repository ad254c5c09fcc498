import type { Sheet } from './sheet.ts';

/**
 * Colours and measures, the post's frame, and what keeps a page's own rules out of it. A page sets `--embalm-*`; the short
 * names are ours. Dark applies to screens only: paper is white.
 *
 * Browsers look up a font for each size and weight before they paint anything: what stands beside a post's text has .8333em,
 * nearly all else 1em, and what is not regular is bold. Nor do they know which font has emoji: on Linux they ask for five that
 * have none before the one that is named here.
 */
export const frame: readonly Sheet[] = [
  {
    markers: [],
    css: `
--e-paper: var(--embalm-paper, light-dark(#fff, #16191d));
--e-tint: var(--embalm-tint, light-dark(#f7f6f2, #1e2227));
--e-ink: var(--embalm-ink, light-dark(#16191d, #e9ebed));
--e-muted: var(--embalm-muted, light-dark(#59626c, #a0a9b2));
--e-line: var(--embalm-line, light-dark(#dfe2e5, #333941));
--e-link: var(--embalm-link, light-dark(#0b57a4, #8abdf7));
--e-radius: var(--embalm-radius, 12px);
--e-inner: calc(var(--e-radius) - 3px);
--e-edge: 1px solid var(--e-line);
color-scheme: light;
@media screen {
  content-visibility: auto; contain-intrinsic-size: auto 28em;
  color-scheme: light dark;
  [data-theme=light] & { color-scheme: light; }
  [data-theme=dark] & { color-scheme: dark; }
  &[data-theme=light] { color-scheme: light; }
  &[data-theme=dark] { color-scheme: dark; }
}
display: block; box-sizing: border-box; max-width: var(--embalm-width, 550px); margin: 1.75em auto; padding: 1.1em 1.2em 0;
border: var(--e-edge); border-radius: var(--e-radius); overflow: hidden; isolation: isolate;
background: var(--e-paper); color: var(--e-ink);
font: 400 max(1.0625rem, 16px)/1.5 var(--embalm-font, system-ui, "Noto Color Emoji", sans-serif);
text-align: start; letter-spacing: normal; overflow-wrap: anywhere; text-size-adjust: 100%;
* {
  box-sizing: inherit; margin: 0; padding: 0; border: 0; background: none; box-shadow: none; color: inherit; font: inherit;
  letter-spacing: inherit; text-align: inherit; text-transform: none; text-indent: 0; list-style: none; min-width: 0; max-width: none;
}
> * + * { margin-top: .8em; }
a { color: var(--e-link); text-decoration: underline 1px color-mix(in srgb, currentColor 30%, transparent); text-underline-offset: .18em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--e-link); outline-offset: 1px; border-radius: 3px; }
summary { cursor: pointer; }
.em-icon::before, .em-provenance summary::before { content: ""; flex: none; display: inline-block; width: 1.15em; height: 1.15em; background: currentColor; clip-path: var(--e-icon); }
@media (forced-colors: active) { .em-icon::before, .em-provenance summary::before { forced-color-adjust: none; background: CanvasText; } }
`,
  },
];

import { drawIcon } from './icons.ts';
import type { Sheet } from './sheet.ts';

/** Where the post comes from: a label below it, as below a thing in a museum. What is only quoted looks different as a whole. */
export const provenance: readonly Sheet[] = [
  {
    markers: [],
    css: `
.em-provenance { --e-icon: ${drawIcon('archive')}; margin: 1.25em -1.44em 0; border-top: var(--e-edge); background: var(--e-tint); color: var(--e-muted); font-size: .8333em; }
.em-provenance summary, .em-notice { display: flex; gap: .6em; align-items: center; padding: .65em 1.44em; }
.em-provenance summary::after { content: ""; flex: none; width: .45em; height: .45em; margin-inline: auto .2em; border: solid; border-width: 0 1.5px 1.5px 0; rotate: 45deg; }
.em-provenance[open] summary::after { rotate: 225deg; }
.em-provenance dl { display: grid; grid-template-columns: auto 1fr; gap: .25em 1em; padding: 0 1.44em .9em; }
.em-provenance dt { font-weight: 700; }
.em-provenance code { font: .92em ui-monospace, monospace; }
@media print {
  ::details-content { content-visibility: visible; height: auto; }
  .em-provenance summary::after { content: none; }
}
`,
  },
  {
    markers: ['em-notice'],
    css: `
.em-notice { margin: -1.32em -1.44em 1.35em; font-size: .8333em; border-bottom: var(--e-edge); }
.em-notice + .em-notice { margin-top: -1.35em; }
.em-gone { --e-icon: ${drawIcon('gone')}; background: light-dark(#fcf0ee, #331c1b); color: light-dark(#8f1d1d, #f5aca4); }
`,
  },
  {
    markers: ['em-mismatch'],
    css: `
.em-mismatch { --e-icon: ${drawIcon('doubt')}; flex-wrap: wrap; background: light-dark(#fff4dc, #32270f); color: light-dark(#6f4500, #f2c97d); }
.em-mismatch p { flex: 1; font-weight: 700; }
.em-mismatch ul { flex: 100%; padding-inline-start: 1.75em; }
`,
  },
  {
    markers: ['em-quoted'],
    css: `
&.em-quoted { border-style: dashed; border-color: var(--e-muted); background: var(--e-tint); }
&.em-quoted > .em-provenance { --e-icon: ${drawIcon('quote')}; border-top: 1px dashed var(--e-muted); color: inherit; }
`,
  },
];

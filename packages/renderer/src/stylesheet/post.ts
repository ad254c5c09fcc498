import { drawIcon } from './icons.ts';
import type { Sheet } from './sheet.ts';

/** Author, text, facts. */
export const post: readonly Sheet[] = [
  {
    markers: [],
    css: `
.em-head { display: flex; gap: .75em; align-items: center; line-height: 1.3; }
.em-avatar { flex: none; display: grid; place-items: center; width: 2.8em; height: 2.8em; border-radius: 50%; object-fit: cover; background: var(--e-line); color: var(--e-muted); font-weight: 700; }
.em-name { color: inherit; font-weight: 700; }
.em-handle { display: block; }
.em-text { display: block; text-wrap: pretty; }
.em-text::before, .em-text::after { content: none; }
.em-text p { white-space: pre-wrap; }
.em-text p + p { margin-top: .7em; }
.em-handle, .em-meta, .em-date, .em-meta a { color: var(--e-muted); }
.em-name, .em-date, .em-meta a { text-decoration-color: transparent; }
.em-handle, .em-meta, article > .em-date { font-size: .8333em; }
article > .em-date { display: block; }
.em-meta + .em-meta { margin-top: .2em; }
@media print {
  break-inside: avoid;
  .em-date[href]::after { content: " <" attr(href) ">"; }
}
`,
  },
  {
    // A handle runs from left to right, and stands below its name all the same. (Paragraphs have no attribute behind this one.)
    markers: ['dir="rtl" '],
    css: '&[dir=rtl] .em-handle { text-align: right; }',
  },
  { markers: ['em-square'], css: '.em-square { border-radius: 18%; }' },
  {
    markers: ['em-tick'],
    css: `
.em-tick { --e-icon: ${drawIcon('tick')}; margin-inline-start: .25em; color: var(--e-link); }
.em-tick::before { vertical-align: -.2em; }
.em-business { color: light-dark(#94670f, #e2b64f); }
.em-government, .em-legacy { color: var(--e-muted); }
`,
  },
  {
    markers: ['em-badge'],
    css: `
.em-badge { display: inline-block; border: var(--e-edge); border-radius: 3px; vertical-align: -.15em; }
bdi.em-badge { padding: 0 .35em; color: var(--e-muted); font-size: .75em; vertical-align: .1em; }
`,
  },
  {
    markers: ['em-reply', 'em-rest'],
    css: '.em-reply, .em-rest { color: var(--e-muted); font-size: .8333em; }',
  },
  {
    markers: ['em-repost'],
    css: `
.em-repost { --e-icon: ${drawIcon('repost')}; display: flex; gap: .6em; align-items: center; }
.em-whole { display: block; }
.em-whole > * + * { margin-top: .8em; }
`,
  },
  {
    markers: ['lang="ja', 'lang="zh', 'lang="ko'],
    css: `
.em-text:lang(ja, zh, ko) { line-height: 1.75; }
.em-text:lang(ko) { word-break: keep-all; }
`,
  },
  {
    markers: ['lang="ar', 'lang="fa', 'lang="ur'],
    css: '.em-text:lang(ar, fa, ur) { font-size: 1.15em; line-height: 1.75; }',
  },
  {
    markers: ['em-compact'],
    css: `
&.em-compact { padding: .8em .9em 0; font-size: .9em; }
&.em-compact > .em-date { display: block; margin-top: .6em; font-size: .8333em; }
&.em-compact .em-notice { margin: -.96em -1.08em 1em; }
&.em-compact > .em-provenance { margin: .8em -1.08em 0; }
&.em-compact .em-avatar { width: 2em; height: 2em; }
&.em-compact .em-handle { display: inline; }
&.em-compact .em-row img { max-height: 12em; width: auto; }
&.em-compact video { max-height: 12em; }
`,
  },
];

import { drawIcon } from './icons.ts';
import type { Sheet } from './sheet.ts';

/** What stands in a box within a post: another post, a link's preview, a vote, a note. */
export const blocks: readonly Sheet[] = [
  {
    markers: ['em-nested', 'em-card', 'em-note'],
    css: '.em-nested, .em-card, .em-note { display: block; padding: .75em .9em; border: var(--e-edge); border-radius: var(--e-inner); overflow: hidden; }',
  },
  {
    markers: ['em-nested'],
    css: `
.em-nested > * + * { margin-top: .55em; }
.em-nested .em-head { gap: .5em; }
.em-nested .em-handle { display: inline; margin-inline-start: .1em; }
.em-nested .em-avatar { width: 1.5em; height: 1.5em; }
.em-nested span.em-avatar { font-size: .8em; }
`,
  },
  {
    markers: ['em-parent'],
    css: '.em-parent { margin-bottom: 1.2em; border: 0; padding: 0; padding-inline-start: 1.15em; border-inline-start: 2px solid var(--e-line); border-radius: 0; }',
  },
  {
    markers: ['em-card'],
    css: `
.em-card { padding: 0; color: inherit; text-decoration: none; }
.em-card:hover { background: var(--e-tint); }
.em-card img { display: block; width: 100%; height: auto; max-height: 20em; object-fit: cover; border-bottom: var(--e-edge); }
.em-card > span { padding: .7em .9em; line-height: 1.4; }
.em-card span { display: block; }
.em-site, .em-about { color: var(--e-muted); font-size: .8333em; }
.em-title { font-weight: 700; }
`,
  },
  {
    markers: ['em-small'],
    css: `
.em-small { display: flex; align-items: center; }
.em-small img { flex: none; align-self: stretch; width: min(7.5em, 28%); border: 0; border-inline-end: var(--e-edge); }
@media screen { .em-small .em-about { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; } }
`,
  },
  {
    markers: ['em-poll'],
    css: `
.em-poll { width: 100%; border-collapse: separate; border-spacing: 0 4px; font-variant-numeric: tabular-nums; }
.em-poll caption { caption-side: bottom; color: var(--e-muted); font-size: .8333em; }
.em-poll thead { position: absolute; clip-path: inset(50%); }
.em-poll tr { position: relative; }
.em-poll :is(th, td) { padding: .4em .75em; text-align: end; white-space: nowrap; }
&[dir=rtl] .em-poll svg { scale: -1 1; }
.em-poll th { width: 99%; text-align: start; white-space: normal; }
.em-poll td { color: var(--e-muted); }
.em-poll td:last-child { color: inherit; font-weight: 700; }
.em-poll svg { position: absolute; z-index: -1; inset: 0; width: 100%; height: 100%; border-radius: 5px; background: var(--e-tint); }
.em-poll rect { fill: color-mix(in srgb, var(--e-link) 22%, transparent); }
@media (forced-colors: active) { .em-poll rect { fill: GrayText; } }
`,
  },
  {
    markers: ['em-note'],
    css: `
.em-note { background: var(--e-tint); }
.em-note p + p { margin-top: .4em; }
.em-note p:first-child { font-weight: 700; }
`,
  },
  {
    markers: ['em-versions'],
    css: `
.em-versions summary { display: list-item; list-style: inside disclosure-closed; color: var(--e-muted); font-size: .8333em; }
.em-versions[open] summary { list-style-type: disclosure-open; }
.em-versions li { margin-top: .7em; padding-inline-start: .9em; border-inline-start: 2px solid var(--e-line); }
`,
  },
  {
    markers: ['em-tombstone'],
    css: `.em-tombstone { --e-icon: ${drawIcon('gone')}; }`,
  },
  {
    markers: ['em-mark'],
    css: `.em-mark { --e-icon: ${drawIcon('quote')}; background: none; }.em-mark::before { width: 2.1em; height: 2.1em; }`,
  },
];

import { drawIcon, iconBox } from './icons.ts';

/** What stands in a box within a post: another post, a link's preview, a vote, a note. */
export const blocks: string = `
.embalm .embalm-nested, .embalm .embalm-card, .embalm .embalm-note { display: block; border: 1px solid var(--e-line); border-radius: calc(var(--e-radius) - 3px); overflow: hidden; }
.embalm .embalm-nested { padding: .8em .9em; font-size: .95em; }
.embalm .embalm-nested > * + * { margin-top: .55em; }
.embalm .embalm-nested .embalm-head { gap: .5em; }
.embalm .embalm-nested .embalm-handle { display: inline; margin-inline-start: .1em; }
.embalm .embalm-nested .embalm-avatar { width: 1.5em; height: 1.5em; }
.embalm .embalm-nested span.embalm-avatar { font-size: .8em; }
.embalm .embalm-nested .embalm-text { font-size: 1em; }
.embalm .embalm-nested .embalm-date { display: block; font-size: .85em; }
.embalm .embalm-parent { margin-bottom: 1.2em; border: 0; padding: 0; padding-inline-start: 1.15em; border-inline-start: 2px solid var(--e-line); border-radius: 0; }
.embalm.embalm .embalm-card { color: inherit; text-decoration: none; }
.embalm .embalm-card:hover { background: var(--e-tint); }
.embalm .embalm-card img { display: block; width: 100%; height: auto; max-height: 20em; object-fit: cover; border-bottom: 1px solid var(--e-line); }
.embalm .embalm-card > span { display: block; padding: .7em .9em; line-height: 1.4; }
.embalm .embalm-card span span { display: block; }
.embalm .embalm-site, .embalm .embalm-about { color: var(--e-muted); font-size: .875em; }
.embalm .embalm-title { font-weight: 600; }
.embalm .embalm-small { display: flex; }
.embalm .embalm-small img { flex: none; width: 7.5em; max-height: none; border-bottom: 0; border-inline-end: 1px solid var(--e-line); }
.embalm .embalm-small > span { align-self: center; }
.embalm .embalm-poll { width: 100%; border-collapse: separate; border-spacing: 0 4px; font-size: .95em; font-variant-numeric: tabular-nums; }
.embalm .embalm-poll caption { caption-side: bottom; color: var(--e-muted); font-size: .9em; text-align: start; }
.embalm .embalm-poll thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.embalm .embalm-poll tbody tr { position: relative; }
.embalm .embalm-poll tbody :is(th, td) { padding: .4em .75em; text-align: end; white-space: nowrap; }
.embalm .embalm-poll tbody th { width: 99%; text-align: start; white-space: normal; font-weight: 500; }
.embalm .embalm-poll tbody td { color: var(--e-muted); }
.embalm .embalm-poll tbody td:last-child { color: inherit; font-weight: 600; }
.embalm .embalm-poll svg { position: absolute; z-index: -1; inset: 0; width: 100%; height: 100%; border-radius: 5px; background: var(--e-tint); }
.embalm .embalm-poll rect { fill: color-mix(in srgb, var(--e-link) 22%, transparent); }
.embalm .embalm-note { padding: .75em .9em; background: var(--e-tint); font-size: .95em; }
.embalm .embalm-note p + p { margin-top: .4em; }
.embalm .embalm-note-head { font-weight: 600; }
.embalm.embalm-compact { padding: .8em .9em 0; font-size: .9em; }
.embalm-compact .embalm-avatar { width: 2em; height: 2em; }
.embalm-compact .embalm-handle { display: inline; }
.embalm.embalm-compact > .embalm-date { display: block; margin-top: .6em; }
.embalm.embalm-compact .embalm-notice { margin: -.92em -1.03em 1em; }
.embalm-compact :is(.embalm-row img, video) { max-height: 12em; width: auto; }
.embalm-compact .embalm-provenance { margin: .8em -.9em 0; }
.embalm .embalm-mark { color: inherit; background: none; }
.embalm .embalm-mark::before { ${iconBox} ${drawIcon('quote')} width: 2.1em; height: 2.1em; color: var(--e-muted); }
`;

import { drawIcon, iconBox } from './icons.ts';

/** Author, text, facts. */
export const post: string = `
.embalm .embalm-head { display: flex; gap: .75em; align-items: center; line-height: 1.3; }
.embalm .embalm-avatar { flex: none; display: grid; place-items: center; width: 3em; height: 3em; border-radius: 50%; object-fit: cover; background: var(--e-line); color: var(--e-muted); font-size: 1em; font-weight: 600; }
.embalm .embalm-square { border-radius: 18%; }
.embalm.embalm .embalm-name { color: inherit; font-weight: 700; text-decoration-color: transparent; }
.embalm.embalm .embalm-name:hover { text-decoration-color: currentColor; }
.embalm .embalm-handle { display: block; color: var(--e-muted); font-size: .925em; }
.embalm .embalm-tick { ${iconBox} ${drawIcon('tick')} margin-inline-start: .25em; vertical-align: -.2em; color: var(--e-link); }
.embalm .embalm-business { color: var(--e-gold); }
.embalm .embalm-government, .embalm .embalm-legacy { color: var(--e-muted); }
.embalm .embalm-badge { display: inline-block; margin-inline-start: .35em; border: 1px solid var(--e-line); border-radius: 3px; vertical-align: -.15em; }
.embalm bdi.embalm-badge { padding: 0 .35em; color: var(--e-muted); font-size: .75em; vertical-align: .1em; }
.embalm .embalm-text { display: block; font-size: 1.0625em; line-height: 1.5; text-wrap: pretty; }
.embalm .embalm-text::before, .embalm .embalm-text::after { content: none; }
.embalm .embalm-text p { white-space: pre-wrap; }
.embalm .embalm-text p + p { margin-top: .7em; }
.embalm .embalm-text:lang(ja), .embalm .embalm-text:lang(zh), .embalm .embalm-text:lang(ko) { line-height: 1.75; }
.embalm .embalm-text:lang(ko) { word-break: keep-all; }
.embalm .embalm-text:lang(ar), .embalm .embalm-text:lang(fa), .embalm .embalm-text:lang(ur) { font-size: 1.15em; line-height: 1.75; }
.embalm .embalm-rest, .embalm .embalm-reply, .embalm .embalm-meta, .embalm .embalm-date { color: var(--e-muted); font-size: .9em; }
.embalm .embalm-meta .embalm-date { font-size: inherit; }
.embalm .embalm-meta { font-variant-numeric: tabular-nums; }
.embalm .embalm-meta + .embalm-meta { margin-top: .2em; }
.embalm.embalm :is(.embalm-date, .embalm-meta a) { color: var(--e-muted); text-decoration-color: transparent; }
.embalm.embalm :is(.embalm-date, .embalm-meta a):hover { text-decoration-color: currentColor; }
`;

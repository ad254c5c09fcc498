import { drawIcon, iconBox } from './icons.ts';

/** Where the post comes from: a label below it, as below a thing in a museum. What is only quoted looks different as a whole. */
export const provenance: string = `
.embalm .embalm-provenance { margin: 1.3em -1.475em 0; border-top: 1px solid var(--e-line); background: var(--e-tint); color: var(--e-muted); font-size: .85em; }
.embalm .embalm-provenance summary, .embalm .embalm-notice { display: flex; gap: .6em; align-items: center; padding: .65em 1.475em; }
.embalm .embalm-provenance summary::before { ${iconBox} ${drawIcon('archive')} }
.embalm .embalm-provenance summary::after { ${iconBox} ${drawIcon('chevron')} margin-inline-start: auto; }
.embalm .embalm-provenance[open] summary::after { rotate: 180deg; }
.embalm .embalm-provenance dl { display: grid; grid-template-columns: auto 1fr; gap: .25em 1em; padding: 0 1.475em .9em; }
.embalm .embalm-provenance dt { font-weight: 600; }
.embalm .embalm-provenance code { font: .92em ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.embalm .embalm-notice { margin: -1.32em -1.43em 1.35em; font-size: .875em; border-bottom: 1px solid var(--e-line); }
.embalm .embalm-notice + .embalm-notice { margin-top: -1.35em; }
.embalm .embalm-notice::before { ${iconBox} }
.embalm .embalm-gone { background: var(--e-gone-tint); color: var(--e-gone); }
.embalm .embalm-gone::before { ${drawIcon('gone')} }
.embalm .embalm-mismatch { flex-wrap: wrap; background: var(--e-doubt-tint); color: var(--e-doubt); }
.embalm .embalm-mismatch::before { ${drawIcon('doubt')} }
.embalm .embalm-mismatch p { flex: 1; font-weight: 600; }
.embalm .embalm-mismatch ul { flex: 100%; padding-inline-start: 1.75em; }
.embalm.embalm-quoted { border-style: dashed; border-color: var(--e-muted); background: var(--e-tint); }
.embalm-quoted .embalm-provenance { border-top-style: dashed; border-top-color: var(--e-muted); color: inherit; }
.embalm-quoted .embalm-provenance summary::before { ${drawIcon('quote')} }
`;

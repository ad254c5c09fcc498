/**
 * Colours and measures. A page sets `--embalm-*`; the short names are ours. Dark applies to screens only: paper is
 * white.
 */
export const tokens: string = `
.embalm {
  --e-paper: var(--embalm-paper, #fff);
  --e-tint: var(--embalm-tint, #f7f6f2);
  --e-ink: var(--embalm-ink, #16191d);
  --e-muted: var(--embalm-muted, #59626c);
  --e-line: var(--embalm-line, #dfe2e5);
  --e-link: var(--embalm-link, #0b57a4);
  --e-gone: #8f1d1d;
  --e-gone-tint: #fcf0ee;
  --e-doubt: #6f4500;
  --e-doubt-tint: #fff4dc;
  --e-gold: #94670f;
  --e-radius: var(--embalm-radius, 12px);
}
@media screen {
  .embalm[data-theme=dark], [data-theme=dark] .embalm:not([data-theme]) {${dark()}}
}
@media screen and (prefers-color-scheme: dark) {
  .embalm:not([data-theme], [data-theme] *) {${dark()}}
}
`;

function dark(): string {
  return `
  color-scheme: dark;
  --e-paper: var(--embalm-paper, #16191d);
  --e-tint: var(--embalm-tint, #1e2227);
  --e-ink: var(--embalm-ink, #e9ebed);
  --e-muted: var(--embalm-muted, #a0a9b2);
  --e-line: var(--embalm-line, #333941);
  --e-link: var(--embalm-link, #8abdf7);
  --e-gone: #f5aca4;
  --e-gone-tint: #331c1b;
  --e-doubt: #f2c97d;
  --e-doubt-tint: #32270f;
  --e-gold: #e2b64f;
  `;
}

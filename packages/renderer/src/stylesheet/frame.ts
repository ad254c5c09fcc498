/** The post's frame, and what keeps a page's own rules out of it. */
export const frame: string = `
.embalm.embalm {
  display: block; box-sizing: border-box; max-width: var(--embalm-width, 550px); margin: 1.75em auto; padding: 1.15em 1.25em 0;
  border: 1px solid var(--e-line); border-radius: var(--e-radius); overflow: hidden; isolation: isolate;
  background: var(--e-paper); color: var(--e-ink); color-scheme: light;
  font: 400 max(1rem, 15px)/1.5 var(--embalm-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif);
  text-align: start; letter-spacing: normal; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
.embalm.embalm :where(*) { box-sizing: border-box; }
.embalm.embalm :where(:not(svg, rect)) {
  margin: 0; padding: 0; border: 0; background: none; box-shadow: none; color: inherit; font: inherit; letter-spacing: inherit;
  text-align: inherit; text-transform: none; text-indent: 0; list-style: none; min-width: 0; max-width: none;
}
.embalm.embalm > :where(* + *) { margin-top: .8em; }
.embalm.embalm a { color: var(--e-link); text-decoration: underline 1px; text-decoration-color: color-mix(in srgb, currentColor 30%, transparent); text-underline-offset: .18em; }
.embalm.embalm a:hover { text-decoration-color: currentColor; }
.embalm :focus-visible { outline: 2px solid var(--e-link); outline-offset: 1px; border-radius: 3px; }
.embalm.embalm summary { cursor: pointer; }
.embalm summary::-webkit-details-marker { display: none; }
`;

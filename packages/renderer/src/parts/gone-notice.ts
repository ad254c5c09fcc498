import type { Provenance } from '../exhibit.ts';
import { html, type Html } from '../html/html.ts';
import type { Labels } from '../labels/labels.ts';

/** What became of the original, if it is no longer there, with the platform's own words for it. */
export function drawGoneNotice({ state, reason }: Provenance, labels: Labels): Html | null {
  const notice = labels.notices[state];
  if (notice === null) return null;
  const words = reason === null ? null : html` <q dir="auto">${reason}</q>`;
  return html`<p class="em-notice em-gone em-icon"><span>${notice}${words}</span></p>`;
}

import type { Provenance } from '../exhibit.ts';
import { html, type Html } from '../html/html.ts';
import type { Labels } from '../labels/labels.ts';

/** What became of the original, if it is no longer there. */
export function drawGoneNotice({ state }: Provenance, labels: Labels): Html | null {
  const notice = labels.notices[state];
  return notice === null ? null : html`<p class="em-notice em-gone em-icon">${notice}</p>`;
}

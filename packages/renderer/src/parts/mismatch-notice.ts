import type { Mismatch } from '@embalm/store';
import type { Provenance } from '../exhibit.ts';
import { type Content, html, type Html } from '../html/html.ts';
import { fillLabel, fillText } from '../labels/fill-label.ts';
import { formatPercent } from '../labels/format-number.ts';
import type { Labels } from '../labels/labels.ts';

/** Where the post disagrees with the article that led to it: then it may not be the post that the article means. */
export function drawMismatchNotice({ mismatches }: Provenance, labels: Labels): Html | null {
  if (mismatches.length === 0) return null;
  return html`
    <div class="em-notice em-mismatch em-icon" role="note">
      <p>${labels.mismatch}</p>
      <ul>
        ${mismatches.map((mismatch) => html`<li>${drawMismatch(mismatch, labels)}</li>`)}
      </ul>
    </div>
  `;
}

function drawMismatch({ field, claimed, found, similarity }: Mismatch, labels: Labels): Content {
  const alike =
    similarity === null ? '' : fillText(labels.mismatchSimilarity, { percent: formatPercent(similarity, labels) });
  return fillLabel(labels.mismatchOf, {
    field: labels.mismatches[field],
    claimed: html`<q dir="auto">${claimed}</q>`,
    found: html`<q dir="auto">${found}</q>`,
    alike,
  });
}

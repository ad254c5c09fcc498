import type { Provenance } from '../exhibit.ts';
import { type Content, html, type Html } from '../html/html.ts';
import { linkUrl } from '../html/safe-url.ts';
import { fillLabel, fillText } from '../labels/fill-label.ts';
import { formatDate, formatDay, readDate } from '../labels/format-date.ts';
import { formatPercent } from '../labels/format-number.ts';
import type { Labels } from '../labels/labels.ts';
import type { Settings } from '../settings.ts';
import { nameSource, sumUpSource } from './source.ts';

/** Where the post comes from and what became of the original: in a line, and behind it in full. */
export function drawProvenance(provenance: Provenance, settings: Settings): Html {
  const { labels } = settings;
  const rows = evidenceOf(provenance, settings).filter(([, description]) => description !== null);
  return html`
    <details class="em-provenance">
      <summary><span>${drawSummary(provenance, labels)}</span></summary>
      <dl>
        ${rows.map(
          ([term, description]) =>
            html`<dt>${term}</dt>
              <dd>${description}</dd>`,
        )}
      </dl>
    </details>
  `;
}

function evidenceOf(
  provenance: Provenance,
  { labels, recordPrefix }: Settings,
): readonly (readonly [term: string, description: Content])[] {
  const { source, capturedAt, state, observedAt, reason, recordDigest } = provenance;
  const { evidence, states, answers } = labels;
  const answer = states[state] ?? answers[state === 'live' ? 'live' : 'unreachable'];
  const isOld = state !== 'live' || observedAt !== capturedAt;
  return [
    [evidence.captured, source === 'quoted' ? null : writeTime(capturedAt, labels)],
    [evidence.source, drawSource(provenance, labels)],
    [evidence.identified, writeIdentification(provenance, labels)],
    [evidence.checked, isOld ? `${writeTime(observedAt, labels)}: ${answer}` : null],
    [
      state === 'unreachable' ? evidence.failure : evidence.notice,
      reason === null || labels.notices[state] !== null ? null : html`<q dir="auto">${reason}</q>`,
    ],
    [evidence.record, drawRecord(recordDigest, recordPrefix)],
  ];
}

function drawRecord(digest: string | null, prefix: string | null): Content {
  if (digest === null) return null;
  const name = html`<code>sha256:${digest}</code>`;
  const url = prefix === null ? null : linkUrl(prefix + digest);
  return url === null ? name : html`<a href="${url}" rel="noreferrer">${name}</a>`;
}

function drawSummary(provenance: Provenance, labels: Labels): Content {
  const { label, at } = sumUpSource(provenance, labels);
  const date = readDate(at);
  const day =
    date === null ? null : html`<time class="dt-accessed" datetime="${date}">${formatDay(date, labels)}</time>`;
  const fate = labels.states[provenance.state];
  return [fillLabel(label, { date: day }), fate === null ? null : ` · ${fate}`];
}

function drawSource({ source, memento }: Provenance, labels: Labels): Content {
  const words = nameSource(source, labels);
  const url = linkUrl(memento?.url);
  return url === null ? words : html`<a href="${url}" rel="noreferrer">${words}</a>`;
}

/** That a post was named by its address needs no words. */
function writeIdentification({ identified }: Provenance, labels: Labels): string | null {
  if (identified === null || identified.by === 'url') return null;
  return fillText(labels.identifiedBy[identified.by], { percent: formatPercent(identified.confidence, labels) });
}

function writeTime(iso: string, labels: Labels): string {
  const date = readDate(iso);
  return date === null ? '–' : formatDate(date, labels);
}

import type { Source } from '@embalm/post';
import type { Provenance } from '../exhibit.ts';
import { type Content, html, type Html } from '../html/html.ts';
import { fillLabel } from '../labels/fill-label.ts';
import { formatDate, formatDay, readDate } from '../labels/format-date.ts';
import type { Labels } from '../labels/labels.ts';

/** Where the post comes from and what became of the original: in a line, and behind it in full. */
export function drawProvenance(provenance: Provenance, labels: Labels): Html {
  const { source, capturedAt, state, observedAt, reason, recordDigest } = provenance;
  const evidence: readonly (readonly [term: string, description: Content])[] = [
    source === 'quoted' ? null : ([labels.evidence.captured, writeTime(capturedAt, labels)] as const),
    [labels.evidence.source, labels.sources[kindOfSource(source)]] as const,
    state === 'live' && observedAt === capturedAt
      ? null
      : ([
          labels.evidence.checked,
          `${writeTime(observedAt, labels)}: ${labels.states[state] ?? labels.answers[state === 'live' ? 'live' : 'unreachable']}`,
        ] as const),
    reason === null
      ? null
      : ([labels.evidence[state === 'unreachable' ? 'failure' : 'notice'], html`<q dir="auto">${reason}</q>`] as const),
    recordDigest === null ? null : ([labels.evidence.record, html`<code>sha256:${recordDigest}</code>`] as const),
  ].filter((row) => row !== null);
  return html`
    <details class="em-provenance">
      <summary class="em-icon"><span>${drawSummary(provenance, labels)}</span></summary>
      <dl>
        ${evidence.map(
          ([term, description]) =>
            html`<dt>${term}</dt>
              <dd>${description}</dd>`,
        )}
      </dl>
    </details>
  `;
}

function drawSummary({ source, capturedAt, state }: Provenance, labels: Labels): Content {
  const date = readDate(capturedAt);
  const day =
    date === null ? null : html`<time class="dt-accessed" datetime="${date}">${formatDay(date, labels)}</time>`;
  const fate = labels.states[state];
  return [fillLabel(summaryOf(source, labels), { date: day }), fate === null ? null : ` · ${fate}`];
}

/** The label that says where the content is from. */
export function summaryOf(source: Source, labels: Labels): string {
  const kind = kindOfSource(source);
  if (kind === 'quoted') return labels.quoted;
  if (kind === 'wayback') return labels.archivedFromWayback;
  return kind === 'import' ? labels.imported : labels.archived;
}

function kindOfSource(source: Source): keyof Labels['sources'] {
  return isImport(source) ? 'import' : source;
}

function isImport(source: Source): source is `import:${string}` {
  return source.startsWith('import:');
}

function writeTime(iso: string, labels: Labels): string {
  const date = readDate(iso);
  return date === null ? '–' : formatDate(date, labels);
}

import type { Exhibit, Provenance } from '../exhibit.ts';
import { fillText } from '../labels/fill-label.ts';
import { formatDay, readDate } from '../labels/format-date.ts';
import type { Labels } from '../labels/labels.ts';
import { summaryOf } from '../parts/provenance.ts';
import { type Block, paragraph } from './outline.ts';
import { outlinePost } from './outline-post.ts';

/** A post with what became of it and where it comes from, in the order in which it is read. */
export function outlineExhibit({ post, provenance, assetFor }: Exhibit, labels: Labels): readonly Block[] {
  const notice = labels.notices[provenance.state];
  return [
    ...(notice === null ? [] : [paragraph(notice)]),
    ...outlineMismatches(provenance, labels),
    outlinePost(post, { labels, assetFor, quoted: provenance.source === 'quoted', depth: 0 }),
    paragraph(sumUp(provenance, labels)),
  ];
}

function outlineMismatches({ mismatches }: Provenance, labels: Labels): readonly Block[] {
  if (mismatches.length === 0) return [];
  const items = mismatches.map(({ field, claimed, found }) => [
    fillText(labels.mismatchOf, { field: labels.mismatches[field], claimed: `“${claimed}”`, found: `“${found}”` }),
  ]);
  return [paragraph(labels.mismatch), { type: 'list', items }];
}

function sumUp({ source, capturedAt, state }: Provenance, labels: Labels): string {
  const date = readDate(capturedAt);
  const summary = fillText(summaryOf(source, labels), { date: date === null ? '' : formatDay(date, labels) });
  const fate = labels.states[state];
  return fate === null ? summary : `${summary} · ${fate}`;
}

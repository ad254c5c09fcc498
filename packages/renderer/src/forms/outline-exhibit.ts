import type { Exhibit, Provenance, Version } from '../exhibit.ts';
import { fillText } from '../labels/fill-label.ts';
import { formatDay, readDate } from '../labels/format-date.ts';
import { formatNumber } from '../labels/format-number.ts';
import type { Labels } from '../labels/labels.ts';
import { postUrl } from '../platform-links.ts';
import { showAssets } from '../parts/shown-asset.ts';
import type { Settings } from '../settings.ts';
import { sumUpSource } from '../parts/source.ts';
import { type Block, paragraph } from './outline.ts';
import { outlineText } from './outline-text.ts';
import { outlinePost } from './outline-post.ts';

/** A post with what became of it and where it comes from, in the order in which it is read. */
export function outlineExhibit(
  { post, provenance, versions, assetFor }: Exhibit,
  { labels, mediaPrefix }: Settings,
): readonly Block[] {
  const notice = labels.notices[provenance.state];
  return [
    ...(notice === null ? [] : [paragraph(notice)]),
    ...outlineMismatches(provenance, labels),
    outlinePost(post, {
      labels,
      assetFor: showAssets(assetFor, mediaPrefix),
      quoted: provenance.source === 'quoted',
      depth: 0,
    }),
    ...outlineVersions(versions, labels),
    paragraph(sumUp(provenance, labels)),
  ];
}

function outlineVersions(versions: readonly Version[], labels: Labels): readonly Block[] {
  if (versions.length < 2) return [];
  const quotes = versions.map(({ post, capturedAt }): Block => {
    const date = readDate(capturedAt);
    const archived = fillText(labels.archived, { date: date === null ? '' : formatDay(date, labels) });
    return { type: 'quote', cite: postUrl(post), blocks: [paragraph(archived), ...outlineText(post, { labels })] };
  });
  return [paragraph(`${labels.versions} (${formatNumber(versions.length, labels)})`), ...quotes];
}

function outlineMismatches({ mismatches }: Provenance, labels: Labels): readonly Block[] {
  if (mismatches.length === 0) return [];
  const items = mismatches.map(({ field, claimed, found }) => [
    fillText(labels.mismatchOf, { field: labels.mismatches[field], claimed: `“${claimed}”`, found: `“${found}”` }),
  ]);
  return [paragraph(labels.mismatch), { type: 'list', items }];
}

function sumUp(provenance: Provenance, labels: Labels): string {
  const { label, at } = sumUpSource(provenance, labels);
  const date = readDate(at);
  const summary = fillText(label, { date: date === null ? '' : formatDay(date, labels) });
  const fate = labels.states[provenance.state];
  return fate === null ? summary : `${summary} · ${fate}`;
}

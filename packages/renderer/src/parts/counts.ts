import { html, type Html } from '../html/html.ts';
import { fillText } from '../labels/fill-label.ts';
import { formatDay, readDate } from '../labels/format-date.ts';
import { formatCount } from '../labels/format-number.ts';
import type { Scene } from './scene.ts';

/** The counts that are shown, in their order. */
export const shownCounts = ['replies', 'reposts', 'quotes', 'likes', 'views'] as const;

/** How often the post was answered, liked and so on, and when that was so. What never happened is not told. */
export function drawCounts({ post, labels }: Scene): Html | null {
  const { counts } = post;
  if (counts === null) return null;
  const known = shownCounts.flatMap((kind) => {
    const count = counts[kind];
    return count === null || !Number.isFinite(count) || count === 0
      ? []
      : [formatCount(count, labels.counts[kind], labels)];
  });
  if (known.length === 0) return null;
  const date = readDate(counts.asOf);
  const asOf = date === null ? '' : fillText(labels.asOf, { date: formatDay(date, labels) });
  return html`<p class="em-meta">${known.join(' · ')}${asOf}</p>`;
}

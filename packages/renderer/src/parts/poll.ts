import type { Poll } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { fillText } from '../labels/fill-label.ts';
import { formatDate, readDate } from '../labels/format-date.ts';
import { formatCount, formatNumber, formatPercent } from '../labels/format-number.ts';
import type { Labels } from '../labels/labels.ts';
import type { Scene } from './scene.ts';

/** A vote as a table, which says the same without its bars. */
export function drawPoll({ post, labels }: Scene): Html | null {
  const { poll } = post;
  if (poll === null || poll.choices.length === 0) return null;
  const total = poll.choices.reduce((sum, { votes }) => sum + votesOf(votes), 0);
  const rows = poll.choices.map(({ label, votes }) => {
    const share = total === 0 ? 0 : votesOf(votes) / total;
    return html`
      <tr>
        <th scope="row"><bdi>${label}</bdi></th>
        <td>${votes === null ? labels.pollUnknown : formatNumber(votesOf(votes), labels)}</td>
        <td>
          ${votes === null ? null : formatPercent(share, labels)}
          <svg aria-hidden="true"><rect width="${(share * 100).toFixed(1)}%" height="100%"></rect></svg>
        </td>
      </tr>
    `;
  });
  return html`
    <table class="em-poll">
      <caption>
        ${captionOf(poll, total, labels)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${labels.pollChoice}</th>
          <th scope="col">${labels.pollVotes}</th>
          <th scope="col">${labels.pollShare}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  `;
}

function captionOf({ endsAt, final }: Poll, total: number, labels: Labels): string {
  const end = readDate(endsAt);
  const open = end === null ? null : fillText(labels.pollOpen, { date: formatDate(end, labels) });
  const state = final ? labels.pollFinal : open;
  return [labels.poll, formatCount(total, labels.counts.votes, labels), state]
    .filter((part) => part !== null)
    .join(' · ');
}

function votesOf(votes: number | null): number {
  return votes !== null && Number.isFinite(votes) && votes > 0 ? votes : 0;
}

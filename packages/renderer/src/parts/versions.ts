import type { Version } from '../exhibit.ts';
import { html, type Html } from '../html/html.ts';
import { fillText } from '../labels/fill-label.ts';
import { formatDate, formatDay, readDate } from '../labels/format-date.ts';
import { formatNumber } from '../labels/format-number.ts';
import type { Labels } from '../labels/labels.ts';
import type { Scene } from './scene.ts';
import { drawWords } from './text.ts';

/** What the post said over time, folded. */
export function drawVersions(versions: readonly Version[], scene: Scene): Html | null {
  if (versions.length < 2) return null;
  const { labels } = scene;
  return html`
    <details class="em-versions">
      <summary>${labels.versions} (${formatNumber(versions.length, labels)})</summary>
      <ol>
        ${versions.map((version) => drawVersion(version, scene))}
      </ol>
    </details>
  `;
}

function drawVersion({ post, capturedAt }: Version, scene: Scene): Html {
  const { labels } = scene;
  const written = readDate(post.createdAt);
  const time = written === null ? null : html`<time datetime="${written}">${formatDate(written, labels)}</time> · `;
  return html`<li>
    <p class="em-meta">${time}${captured(capturedAt, labels)}</p>
    ${drawWords('em-text', { ...scene, post })}
  </li>`;
}

function captured(iso: string, labels: Labels): string {
  const date = readDate(iso);
  return date === null ? '' : fillText(labels.archived, { date: formatDay(date, labels) });
}

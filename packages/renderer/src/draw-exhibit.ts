import type { Exhibit } from './exhibit.ts';
import { attribute } from './html/attribute.ts';
import { html, type Html } from './html/html.ts';
import { drawCard } from './parts/card.ts';
import { drawCommunityNote } from './parts/community-note.ts';
import { drawCounts } from './parts/counts.ts';
import { drawGoneNotice } from './parts/gone-notice.ts';
import { drawHeader } from './parts/header.ts';
import { labelOfPost } from './parts/label-of-post.ts';
import { drawMedia } from './parts/media.ts';
import { drawMeta } from './parts/meta.ts';
import { drawMismatchNotice } from './parts/mismatch-notice.ts';
import { drawDate } from './parts/permalink.ts';
import { drawPoll } from './parts/poll.ts';
import { drawProvenance } from './parts/provenance.ts';
import { drawParents, drawQuote, drawRepost } from './parts/quote.ts';
import { drawReplyLine } from './parts/reply-line.ts';
import type { Part, Scene } from './parts/scene.ts';
import { showAssets } from './parts/shown-asset.ts';
import { drawText } from './parts/text.ts';
import { drawVersions } from './parts/versions.ts';
import type { Settings } from './settings.ts';

/** The parts of a post in the order in which they are shown. */
const parts: readonly Part[] = [
  drawParents,
  drawHeader,
  drawReplyLine,
  drawText,
  drawRepost,
  drawMedia,
  drawPoll,
  drawCard,
  drawQuote,
  drawCommunityNote,
  drawMeta,
  drawCounts,
];

/** Those of a post in little room: its own words, pictures and date. */
const compactParts: readonly Part[] = [drawHeader, drawReplyLine, drawText, drawRepost, drawMedia, drawDate];

/** A post with all that belongs to it, as markup. */
export function drawExhibit({ post, provenance, versions, assetFor }: Exhibit, settings: Settings): Html {
  const { labels, theme, compact, mediaPrefix } = settings;
  const quoted = provenance.source === 'quoted';
  const scene: Scene = { post, assetFor: showAssets(assetFor, mediaPrefix), labels, quoted };
  const className = ['embalm', quoted && 'em-quoted', compact && 'em-compact', 'h-cite'].filter(Boolean).join(' ');
  const shown = [
    drawGoneNotice(provenance, labels),
    drawMismatchNotice(provenance, labels),
    (compact ? compactParts : parts).map((draw) => draw(scene)),
    compact ? null : drawVersions(versions, scene),
    drawProvenance(provenance, settings),
  ];
  return html`
    <article
      class="${className}"
      lang="${labels.language}"
      dir="${labels.direction}"
      ${attribute('data-theme', theme === 'auto' ? null : theme)}
      aria-label="${labelOfPost(scene)}"
    >
      ${shown}
    </article>
  `;
}

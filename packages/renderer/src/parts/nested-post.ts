import { html, type Html } from '../html/html.ts';
import { drawCard } from './card.ts';
import { drawDeeperQuote } from './deeper-quote.ts';
import { drawHeader } from './header.ts';
import { labelOfPost } from './label-of-post.ts';
import { drawMedia } from './media.ts';
import { drawPermalink } from './permalink.ts';
import { drawPoll } from './poll.ts';
import { drawReplyLine } from './reply-line.ts';
import type { Part, Scene } from './scene.ts';
import { drawText } from './text.ts';

const parts: readonly Part[] = [
  drawHeader,
  drawReplyLine,
  drawText,
  drawMedia,
  drawPoll,
  drawCard,
  drawDeeperQuote,
  drawPermalink,
];

/** A post within a post. */
export function drawNestedPost(className: string, scene: Scene): Html {
  return html`
    <article class="${className} h-cite" aria-label="${labelOfPost(scene)}">
      ${parts.map((draw) => draw(scene))}
    </article>
  `;
}

import type { PostId } from '@embalm/post';
import { drawExhibit } from '../draw-exhibit.ts';
import { type Content, html, type Html } from '../html/html.ts';
import { linkUrl } from '../html/safe-url.ts';
import { postUrl } from '../platform-links.ts';
import type { Settings } from '../settings.ts';
import { groupParagraphs, type Paragraph } from '../text/group-paragraphs.ts';
import { splitLines } from '../text/split-lines.ts';
import { isBlock, type ReadyEmbed } from './choose-embeds.ts';

/** Words, or a link to a post among them. */
type Piece = string | ReadyEmbed;

/**
 * Draw a text with its embeds.
 *
 * An embed that lost its markup is replaced where it stands, and parts the paragraph it stood in. A paragraph of nothing
 * but links to posts is replaced by the posts. A link in a sentence stays a link, and its post follows the paragraph. A link
 * to a post that is on the page already only stays a link.
 *
 * @param embeds In the order of the text, none overlapping another.
 */
export function drawText(text: string, embeds: readonly ReadyEmbed[], settings: Settings): readonly Html[] {
  const shown = new Set<PostId>(embeds.filter(({ reference }) => isBlock(reference)).map(postOf));
  const drawn: Html[] = [];
  let pieces: Piece[] = [];
  let end = 0;
  for (const embed of embeds) {
    const [from, to] = embed.reference.range;
    pieces.push(text.slice(end, from));
    end = to;
    if (isBlock(embed.reference)) {
      drawn.push(...drawPieces(pieces), drawExhibit(embed.exhibit, settings));
      pieces = [];
    } else {
      pieces.push(embed);
    }
  }
  return [...drawn, ...drawPieces([...pieces, text.slice(end)])];

  function drawPieces(stretch: readonly Piece[]): readonly Html[] {
    const lines = splitLines(stretch, textOf, (line) => line);
    return groupParagraphs(lines, isBlank).flatMap((paragraph) => {
      const words = paragraph.filter((line) => !isBlank(line));
      if (words.length === 0) return [];
      if (!words.flat().every(isLinkOrBlank)) return [drawParagraph(words, text), showPosts(words.flat())].flat();
      return words.flatMap((line) => {
        const posts = showPosts(line);
        return posts.length > 0 ? posts : [drawParagraph([line], text)];
      });
    });
  }

  /** The posts of a stretch that are not on the page yet. */
  function showPosts(stretch: readonly Piece[]): readonly Html[] {
    return stretch.flatMap((piece) => {
      if (typeof piece === 'string' || shown.has(postOf(piece))) return [];
      shown.add(postOf(piece));
      return [drawExhibit(piece.exhibit, settings)];
    });
  }
}

function drawParagraph(lines: Paragraph<readonly Piece[]>, text: string): Html {
  const content = lines.map((line, index): Content => {
    const words = line.map((piece) => (typeof piece === 'string' ? piece : drawLink(piece, text)));
    return index === 0 ? words : [html`<br />`, words];
  });
  return html`<p dir="auto">${content}</p>`;
}

function drawLink({ reference, exhibit }: ReadyEmbed, text: string): Html {
  const words = text.slice(...reference.range);
  const url = linkUrl(words) ?? linkUrl(reference.links[0]) ?? postUrl(exhibit.post);
  return url === null ? html`${words}` : html`<a href="${url}" rel="noreferrer">${words}</a>`;
}

function isLinkOrBlank(piece: Piece): boolean {
  return typeof piece !== 'string' || piece.trim() === '';
}

function isBlank(line: readonly Piece[]): boolean {
  return line.every((piece) => typeof piece === 'string' && piece.trim() === '');
}

function textOf(piece: Piece): string | null {
  return typeof piece === 'string' ? piece : null;
}

function postOf({ exhibit }: ReadyEmbed): PostId {
  return exhibit.post.id;
}

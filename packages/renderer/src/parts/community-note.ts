import type { CommunityNote } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { linkUrl } from '../html/safe-url.ts';
import { groupParagraphs } from '../text/group-paragraphs.ts';
import { splitLines } from '../text/split-lines.ts';
import type { Scene } from './scene.ts';

/** What readers added to the post. */
export function drawCommunityNote({ post, labels }: Scene): Html | null {
  const note = post.communityNote;
  if (note === null) return null;
  const lines = splitLines<string | Html>(
    linkNote(note),
    (piece) => (typeof piece === 'string' ? piece : null),
    (text) => text,
  );
  const drawn = groupParagraphs(lines, (line) => line.length === 0).map((paragraph) => {
    return html`<p dir="auto">${paragraph.map((line, index) => (index === 0 ? line : [html`<br />`, line]))}</p>`;
  });
  return html`<aside class="em-note">
    <p>${labels.note}</p>
    ${drawn}
  </aside>`;
}

/** Links whose range does not fit the text stay text. */
function linkNote({ text, links }: CommunityNote): readonly (string | Html)[] {
  const pieces: (string | Html)[] = [];
  let end = 0;
  for (const { range, url } of links.toSorted((left, right) => left.range[0] - right.range[0])) {
    const [from, to] = range;
    const href = linkUrl(url);
    const words = text.slice(from, to);
    if (href === null || !Number.isInteger(from) || from < end || to > text.length || !/^\S+$/.test(words)) continue;
    pieces.push(text.slice(end, from), html`<a href="${href}" rel="noreferrer">${words}</a>`);
    end = to;
  }
  return [...pieces, text.slice(end)];
}

import { platformOf } from '@embalm/post';
import { attribute } from '../html/attribute.ts';
import { type Content, html, type Html } from '../html/html.ts';
import { type Direction, directionOf, directionOfLanguage } from '../text/direction-of.ts';
import { groupParagraphs, type Paragraph } from '../text/group-paragraphs.ts';
import { languageOf } from '../text/language-of.ts';
import { type Segment, segmentText } from '../text/segment-text.ts';
import { splitLines } from '../text/split-lines.ts';
import { drawEntity } from './entity.ts';
import type { Scene } from './scene.ts';

/** The post's own words, with their links. What a post passes on stands below it, whole. */
export function drawText(scene: Scene): Html | null {
  return scene.post.repostOf?.type === 'post' ? null : drawWords('em-text e-content', scene);
}

/** The words of a post as a quotation. */
export function drawWords(className: string, { post, labels, quoted }: Scene): Html | null {
  if (post.text === '') return null;
  const platform = platformOf(post.id);
  const allLines = splitLines<Segment>(
    segmentText(post.text, post.entities),
    (segment) => (segment.entity === null ? segment.text : null),
    (text) => ({ text, entity: null }),
  );
  const paragraphs = groupParagraphs(allLines, isEmpty).map((paragraph) =>
    quoted ? paragraph.filter((line) => !isEmpty(line)) : paragraph,
  );
  const rest = post.truncated ? html`<p class="em-rest" lang="${labels.language}">${labels.truncated}</p>` : null;
  const lang = languageOf(post.lang);
  return html`
    <blockquote class="${className}" ${attribute('lang', lang === labels.language ? null : lang)}>
      ${paragraphs.map(drawParagraph)}${rest}
    </blockquote>
  `;

  function drawParagraph(lines: Paragraph<readonly Segment[]>): Html {
    const direction = directionOfWords(lines) ?? directionOfLanguage(post.lang);
    const drawn = lines.map((line, index): Content => {
      const content = line.map(({ text, entity }) =>
        entity === null ? text : drawEntity(text, entity, { platform, direction }),
      );
      return index === 0 ? content : [html`<br />`, content];
    });
    return html`<p${attribute('dir', direction === labels.direction ? null : direction)}>${drawn}</p>`;
  }
}

/** An article's empty lines come from how it was extracted, not from the post's author. */
function isEmpty(line: readonly Segment[]): boolean {
  return line.length === 0;
}

/** A handle or an address that a paragraph begins with says nothing of its direction; its words do. */
function directionOfWords(lines: Paragraph<readonly Segment[]>): Direction | null {
  for (const { text, entity } of lines.flat()) {
    const direction = entity === null ? directionOf(text) : null;
    if (direction !== null) return direction;
  }
  return null;
}

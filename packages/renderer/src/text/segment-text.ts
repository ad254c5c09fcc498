import type { Entity } from '@embalm/post';

/** A stretch of a post's text, and what it means; `entity` is `null` for plain text. */
export interface Segment {
  readonly text: string;
  readonly entity: Entity | null;
}

/**
 * Cut a text along its entities. An entity whose range does not hold what the entity says (shifted, overlapping,
 * beyond the text) is dropped: its stretch stays plain text. Joined, the segments always are the text.
 */
export function segmentText(text: string, entities: readonly Entity[]): readonly Segment[] {
  if (entities.length === 0) return text === '' ? [] : [{ text, entity: null }];
  const segments: Segment[] = [];
  let end = 0;
  for (const entity of entities.filter((each) => fits(text, each)).toSorted(byStart)) {
    const [from, to] = entity.range;
    if (from < end) continue;
    if (from > end) segments.push({ text: text.slice(end, from), entity: null });
    segments.push({ text: text.slice(from, to), entity });
    end = to;
  }
  if (end < text.length) segments.push({ text: text.slice(end), entity: null });
  return segments;
}

function byStart(left: Entity, right: Entity): number {
  return left.range[0] - right.range[0];
}

function fits(text: string, entity: Entity): boolean {
  const [from, to] = entity.range;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to <= from || to > text.length)
    return false;
  const slice = text.slice(from, to);
  if (/\s/.test(slice)) return false;
  switch (entity.type) {
    case 'hashtag':
      return isSigned(slice, '#＃', entity.tag);
    case 'cashtag':
      return isSigned(slice, '$＄', entity.symbol);
    case 'mention':
      return isSigned(slice, '@＠', entity.handle);
    case 'link':
      break;
  }
  return slice === entity.short || slice === entity.url || slice === entity.display;
}

function isSigned(slice: string, signs: string, name: string): boolean {
  return signs.includes(slice.charAt(0)) && slice.slice(1).toLowerCase() === name.toLowerCase();
}

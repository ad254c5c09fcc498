import type { Entity, Range } from '@embalm/post';

/** A piece of a text: plain, or an entity. */
export interface Piece {
  readonly text: string;
  readonly toEntity: ((range: Range) => Entity) | null;
}

/** Put a text together from its pieces, without white space at its ends. */
export function joinPieces(pieces: readonly Piece[]): { readonly text: string; readonly entities: readonly Entity[] } {
  const entities: Entity[] = [];
  let text = '';
  for (const { text: part, toEntity } of pieces) {
    const start = text.length;
    text += text === '' ? part.trimStart() : part;
    if (toEntity !== null && text.length > start) entities.push(toEntity([start, text.length]));
  }
  const end = text.trimEnd().length;
  return { text: text.slice(0, end), entities: entities.filter(({ range }) => range[1] <= end) };
}

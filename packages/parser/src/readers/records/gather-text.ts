import { mostRecordBytes } from './record-limit.ts';

/** So many pieces are joined at a time: each has its price, and a text may have a million. */
const mostPieces = 4096;

/** Puts a text together from pieces, as long as it is no longer than a record may be. */
export interface TextGatherer {
  add(piece: string): void;
  /** @returns The text, or `null` if it is too long. */
  finish(): string | null;
}

/** Begin a text. */
export function gatherText(): TextGatherer {
  let text = '';
  let pieces: string[] = [];
  let length = 0;
  return {
    add(piece) {
      length += piece.length;
      if (length > mostRecordBytes) {
        text = '';
        pieces = [];
        return;
      }
      pieces.push(piece);
      if (pieces.length < mostPieces) return;
      text += pieces.join('');
      pieces = [];
    },
    finish: () => (length > mostRecordBytes ? null : text + pieces.join('')),
  };
}

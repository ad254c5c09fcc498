import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: in both, or in one of them. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words that may be removed and added before two texts count as two, not as versions of one. Bounds the time it takes. */
const mostEdits = 2000;
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Compare two texts word by word; scripts without spaces, too. */
export function compareWords(before: string, after: string): readonly TextPart[] {
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: words, maxEditLength: mostEdits });
  if (parts === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';

describe('captions of Instagram', () => {
  it.each([
    ['A post shared by Ann Example (@ann.example) on Mar 5, 2022 at 4:35pm PST', '2022-03-05'],
    ['A photo posted by Ann Example (@ann.example) on Dec 31, 2015 at 4:35pm PST', '2015-12-31'],
    ['A post shared by Ann Example (@ann.example)', null],
    ['Ein Beitrag geteilt von Ann Example (@ann.example) am 5. März 2022', '2022-03-05'],
    ['Une publication partagée par Ann Example (@ann.example) le 5 mars 2022', '2022-03-05'],
    ['Una publicación compartida de Ann Example (@ann.example) el 5 Mar, 2022', '2022-03-05'],
    ['Uma publicação compartilhada por Ann Example (@ann.example)', null],
  ])('are of their own platform: %s', (caption, date) => {
    const text = `Before. ${caption} After.`;
    expect(findReferences(text, { format: 'text' })).toMatchObject([
      {
        kind: 'embed',
        range: [8, 8 + caption.length],
        post: { platform: 'instagram', id: null },
        name: 'Ann Example',
        handle: 'ann.example',
        date,
      },
    ]);
  });

  it('are not what else was shared', () => {
    expect(findReferences('A text shared by Ann (@ann) on Mar 5, 2022', { format: 'text' })).toEqual([]);
  });
});

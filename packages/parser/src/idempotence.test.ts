import type { Reference } from '@embalm/post';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryInputs } from '../test/arbitrary-inputs.ts';
import { findReferences, type InputFormat } from './find-references.ts';
import { parseShortLink } from './finders/short-link.ts';

const formats: readonly InputFormat[] = ['text', 'html', 'markdown'];

/** What leads to the posts of references: their ids and codes. */
function postsOf(references: readonly Reference[]): readonly string[] {
  return references.map(({ post, links }) => post.id ?? parseShortLink(links.at(-1) ?? '')?.code ?? '');
}

/** All but where it stands, and how sure it is that it begins there. */
function valuesOf({ range: _range, confidence: _confidence, alternatives: _alternatives, ...values }: Reference) {
  return values;
}

function check(format: InputFormat, test: (reference: Reference, slice: string) => void): number {
  let count = 0;
  fc.assert(
    fc.property(arbitraryInputs, (input) => {
      for (const reference of findReferences(input, { format })) {
        test(reference, input.slice(...reference.range));
        count += 1;
      }
    }),
    { numRuns: 1500, seed: 20_220_305 },
  );
  return count;
}

describe('what is found in what was found', () => {
  it.each(formats)('is the same reference, where the reference is all there is: %s', (format) => {
    const count = check(format, (reference, slice) => {
      if (reference.kind === 'flattened-embed') return;
      const { inString = false, ...values } = valuesOf(reference);
      const again = inString
        ? findReferences(`<script>${slice}</script>`, { format: 'html' })
        : findReferences(slice, { format });
      const start = inString ? '<script>'.length : 0;
      expect([slice, again.map(valuesOf)]).toEqual([slice, [inString ? { ...values, inString } : values]]);
      expect(again[0]?.range).toEqual([start, start + slice.length]);
    });
    expect(count).toBeGreaterThan(400);
  });

  // Where a body begins is told by what stands before it.
  it.each(formats)('is the same signature, of a flattened embed: %s', (format) => {
    let count = 0;
    check(format, (reference, slice) => {
      if (reference.kind !== 'flattened-embed') return;
      count += 1;
      const again = findReferences(slice, { format }).at(-1);
      expect(again).toMatchObject({ kind: 'flattened-embed', handle: reference.handle, date: reference.date });
      expect(again?.range[1]).toBe(slice.length);
    });
    expect(count).toBeGreaterThan(40);
  });

  it.each(formats)('are no other posts, where it is the line that is printed: %s', (format) => {
    const count = check(format, (reference) => {
      // A body that may begin earlier may have links that this one has not.
      const others = (reference.alternatives ?? []).flatMap(({ text }) =>
        findReferences(text ?? '', { format: 'text' }),
      );
      const links = findReferences(reference.links.join(' '), { format: 'text' });
      const known = postsOf([reference, ...links, ...others]);
      const found = postsOf(findReferences(JSON.stringify(reference), { format: 'text' }));
      expect(found.filter((post) => !known.includes(post))).toEqual([]);
    });
    expect(count).toBeGreaterThan(400);
  });
});

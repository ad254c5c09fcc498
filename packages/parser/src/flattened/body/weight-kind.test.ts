import { expect, it } from 'vitest';
import { readSignature } from '../signature.ts';
import { findLineBoundary, findWordBoundary } from './boundary.ts';
import { findStretch } from './stretch.ts';
import { weightKindOf, weightKinds } from './weight-kind.ts';

it.each([
  ['An article.\n\nA post. — Ann (@ann) March 5, 2022', 'line'],
  ['An article.\nA post.\n— Ann (@ann) March 5, 2022', 'line'],
  ['An article.\n\nA post.\n\n— Ann (@ann) March 5, 2022', 'line apart'],
  ['An article. A post. — Ann (@ann) March 5, 2022', 'sentence'],
])('the clues to a beginning of %j weigh as those of a %s', (text, kind) => {
  const signature = readSignature(text, 0, text.indexOf('(@'));
  expect(signature).not.toBeNull();
  if (signature === null) return;
  const stretch = findStretch(text, 0, signature);
  const boundary =
    findLineBoundary(text, stretch.start, stretch.end) ??
    findWordBoundary(text, stretch.start, stretch.end, stretch.glued);
  expect(boundary).not.toBeNull();
  if (boundary !== null) expect(weightKinds[weightKindOf(boundary, stretch)]).toBe(kind);
});

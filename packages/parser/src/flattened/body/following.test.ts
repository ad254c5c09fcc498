import { expect, it } from 'vitest';
import { readSignature } from '../signature.ts';
import { readFollowing } from './following.ts';
import { findStretch } from './stretch.ts';

const embed = 'A post. — Ann (@ann) March 5, 2022';

it.each([
  ['\n\n2.\n\nAnother post.', 'number'],
  ['\n#12 \nAnother post.', 'number'],
  ['\n\nWhat others say\n\nAnother post.', 'heading'],
  ['\n\nThey said so.\n\nAnother post.', 'text'],
  [`\n\n${'A long line '.repeat(9)}\n\nAnother post.`, 'text'],
  ['That tweet was a long one', 'text'],
  [`\n\n${'A long line '.repeat(12)}`, 'paragraph'],
  [`That ${'tweet '.repeat(30)}`, 'paragraph'],
  [' \n', 'end'],
  ['', 'end'],
])('what stands behind a signature, %j, is: %s', (behind, following) => {
  const signature = readSignature(embed + behind, 0, embed.indexOf('(@'));
  expect(signature).not.toBeNull();
  if (signature !== null) expect(readFollowing(findStretch(embed + behind, 0, signature))).toBe(following);
});

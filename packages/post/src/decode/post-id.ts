import { parsePostId, type PostId } from '../post-id.ts';
import { type Decode, mismatch } from './decode.ts';

/** A post's name, as in `x:1500127395262201857`. */
export const postId: Decode<PostId> = (value) => {
  const post = parsePostId(value);
  if (post === null) throw mismatch('the name of a post like x:1500127395262201857', value);
  return post;
};

import { type Author, bareAuthor } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { plainHandle } from './handle.ts';
import { readLabels } from './highlighted-label.ts';

const shapes: ReadonlySet<string> = new Set(['Circle', 'Square', 'Hexagon']);

/** Read `user`. */
export function readAuthor(post: Fields): Author {
  const user = post.object('user');
  if (user === null) {
    if (!post.has('user')) post.missing('user');
    return nobody;
  }
  const handle = readHandle(user);
  return {
    handle,
    name: user.wanted('name') ?? handle,
    id: user.wanted('id_str'),
    avatar: user.wanted('profile_image_url_https'),
    avatarShape: readShape(user),
    verification: readVerification(user),
    ...readLabels(user, user.object('highlighted_label')),
  };
}

/** Read `screen_name`; what could not be one is left out. */
export function readHandle(user: Fields): string {
  const name = user.wanted('screen_name') ?? '';
  const handle = plainHandle(name);
  if (handle !== name) user.surprising('screen_name');
  return handle;
}

/** Read `profile_image_shape`. */
export function readShape(user: Fields): Author['avatarShape'] {
  const shape = user.string('profile_image_shape') ?? 'Circle';
  if (!shapes.has(shape)) user.surprising('profile_image_shape');
  return shape === 'Square' ? 'square' : 'circle';
}

/** Read `verified_type`: what kind of organisation an author is, or `null` for a person. */
export function readVerificationType(user: Fields): 'business' | 'government' | null {
  const type = user.string('verified_type');
  if (type === 'Business') return 'business';
  if (type === 'Government') return 'government';
  if (type !== null && type !== 'None') user.surprising('verified_type');
  return null;
}

/** The author of a post that does not say who wrote it. */
export const nobody: Author = bareAuthor('', '');

function readVerification(user: Fields): Author['verification'] {
  const type = readVerificationType(user);
  if (type !== null) return type;
  if (user.boolean('is_blue_verified') === true) return 'blue';
  return user.boolean('verified') === true ? 'legacy' : null;
}

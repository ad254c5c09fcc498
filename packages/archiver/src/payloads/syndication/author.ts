import type { Affiliation, Author } from '@embalm/post';
import type { Fields } from '../fields.ts';

const handlePattern = /^\w{1,20}$/;
const shapes: ReadonlySet<string> = new Set(['Circle', 'Square', 'Hexagon']);

/** Read `user`. A handle that could not be one is left out: URLs and file names are made of it. */
export function readAuthor(post: Fields): Author {
  const user = post.object('user');
  if (user === null) {
    if (!post.has('user')) post.missing('user');
    return nobody;
  }
  const handle = user.wanted('screen_name') ?? '';
  if (handle !== '' && !handlePattern.test(handle)) user.surprising('screen_name');
  const shape = user.string('profile_image_shape') ?? 'Circle';
  if (!shapes.has(shape)) user.surprising('profile_image_shape');
  return {
    handle: handlePattern.test(handle) ? handle : '',
    name: user.wanted('name') ?? handle,
    id: user.wanted('id_str'),
    avatar: user.wanted('profile_image_url_https'),
    avatarShape: shape === 'Square' ? 'square' : 'circle',
    verification: readVerification(user),
    affiliation: readAffiliation(user),
  };
}

const nobody: Author = {
  handle: '',
  name: '',
  id: null,
  avatar: null,
  avatarShape: 'circle',
  verification: null,
  affiliation: null,
};

function readVerification(user: Fields): Author['verification'] {
  const type = user.string('verified_type');
  if (type === 'Business') return 'business';
  if (type === 'Government') return 'government';
  if (type !== null && type !== 'None') user.surprising('verified_type');
  if (user.boolean('is_blue_verified') === true) return 'blue';
  return user.boolean('verified') === true ? 'legacy' : null;
}

function readAffiliation(user: Fields): Affiliation | null {
  const label = user.object('highlighted_label');
  const name = label?.string('description') ?? null;
  if (label === null || name === null) return null;
  return {
    name,
    url: label.object('url')?.string('url') ?? null,
    badge: label.object('badge')?.string('url') ?? null,
  };
}

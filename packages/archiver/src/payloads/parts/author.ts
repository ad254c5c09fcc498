import { type Author, bareAuthor } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { plainHandle } from './handle.ts';
import { readLabels } from './highlighted-label.ts';

const shapes: ReadonlySet<string> = new Set(['Circle', 'Square', 'Hexagon']);

/** Read who wrote a post: `user`, or in GraphQL `core.user_results.result`. */
export function readAuthor(post: Fields): Author {
  const user = findUser(post);
  if (user !== null) return readUser(user);
  if (!post.has('user')) post.missing(!post.isObject('core') && post.has('id_str') ? 'user' : 'core');
  return nobody;
}

/** The account that wrote a post. */
export function findUser(post: Fields): Fields | null {
  const core = post.object('core');
  const results = core?.object('user_results') ?? core?.object('user_result') ?? null;
  return results?.object('result') ?? post.object('user');
}

/**
 * Read an account. What it is called and looks like stands in the object itself (v1.1, syndication), in its `legacy` (GraphQL
 * until 2025), or in `core`, `avatar` and `verification` (since then), and at times half here, half there.
 */
function readUser(user: Fields): Author {
  const [core, legacy] = [user.object('core'), user.object('legacy')];
  const places = [core, legacy, user].filter((place) => place !== null);
  const placeOf = (key: string): Fields => places.find((place) => place.has(key)) ?? core ?? legacy ?? user;
  const handle = readHandle(placeOf('screen_name'));
  return {
    handle,
    name: placeOf('name').wanted('name') ?? handle,
    id: readUserId(user),
    avatar: readAvatar(user, placeOf('profile_image_url_https')),
    avatarShape: readShape(user),
    verification: readVerification(user, legacy),
    ...readLabels(user, findLabel(user)),
  };
}

function readUserId(user: Fields): string | null {
  const id = user.id('rest_id') ?? user.id('id_str') ?? null;
  if (id === null) user.missing('id_str');
  return id;
}

function readAvatar(user: Fields, holder: Fields): string | null {
  const avatar = user.object('avatar')?.string('image_url') ?? holder.string('profile_image_url_https');
  if (avatar === null) holder.missing('profile_image_url_https');
  return avatar;
}

/** Read `screen_name`; what could not be one is left out. */
export function readHandle(user: Fields): string {
  const name = user.eitherString('screen_name', 'username') ?? '';
  const handle = plainHandle(name);
  if (handle !== name) user.surprising('screen_name');
  return handle;
}

/** Read `profile_image_shape`. */
function readShape(user: Fields): Author['avatarShape'] {
  const shape = user.string('profile_image_shape') ?? 'Circle';
  if (!shapes.has(shape)) user.surprising('profile_image_shape');
  return shape === 'Square' ? 'square' : 'circle';
}

/** Read `verified_type`: what kind of organisation an author is, or `null` for a person. */
function readVerificationType(user: Fields): 'business' | 'government' | null {
  const type = user.string('verified_type');
  if (type === 'Business') return 'business';
  if (type === 'Government') return 'government';
  if (type !== null && type !== 'None') user.surprising('verified_type');
  return null;
}

/** The author of a post that does not say who wrote it. */
export const nobody: Author = bareAuthor('', '');

function readVerification(user: Fields, legacy: Fields | null): Author['verification'] {
  const verification = user.object('verification');
  const holders = [verification, legacy, user].filter((holder) => holder !== null);
  for (const holder of holders) {
    const type = readVerificationType(holder);
    if (type !== null) return type;
  }
  if (holders.some((holder) => holder.boolean('is_blue_verified') === true)) return 'blue';
  return holders.some((holder) => holder.boolean('verified') === true) ? 'legacy' : null;
}

const labelPlaces = ['affiliates_highlighted_label', 'identity_profile_labels_highlighted_label'] as const;

function findLabel(user: Fields): Fields | null {
  const labels = labelPlaces.map((place) => user.object(place)?.object('label') ?? null);
  return labels.find((label) => label !== null) ?? user.object('highlighted_label');
}

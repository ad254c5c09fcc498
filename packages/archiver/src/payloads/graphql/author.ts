import type { Author } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readHandle, readShape, readVerificationType } from '../parts/author.ts';
import { readLabels } from '../parts/highlighted-label.ts';

/**
 * Read `core.user_results.result`. Since 2025 names and picture stand in `core`, `avatar` and `verification`; before, in
 * `legacy`.
 */
export function readGraphqlAuthor(tweet: Fields): Author | null {
  const user = tweet.object('core')?.object('user_results')?.object('result') ?? null;
  if (user === null) return null;
  const legacy = user.object('legacy');
  const names = user.object('core') ?? legacy;
  if (names === null) user.missing('core');
  const handle = names === null ? '' : readHandle(names);
  return {
    handle,
    name: names?.wanted('name') ?? handle,
    id: user.wanted('rest_id'),
    avatar: user.object('avatar')?.string('image_url') ?? legacy?.string('profile_image_url_https') ?? null,
    avatarShape: readShape(user),
    verification: readVerification(user, legacy),
    ...readLabels(user, findLabel(user)),
  };
}

function readVerification(user: Fields, legacy: Fields | null): Author['verification'] {
  const verification = user.object('verification');
  for (const holder of [verification, legacy]) {
    const type = holder === null ? null : readVerificationType(holder);
    if (type !== null) return type;
  }
  if ((user.boolean('is_blue_verified') ?? verification?.boolean('is_blue_verified')) === true) return 'blue';
  return (verification ?? legacy)?.boolean('verified') === true ? 'legacy' : null;
}

function findLabel(user: Fields): Fields | null {
  for (const place of ['affiliates_highlighted_label', 'identity_profile_labels_highlighted_label']) {
    const label = user.object(place)?.object('label') ?? null;
    if (label !== null) return label;
  }
  return null;
}

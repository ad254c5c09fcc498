import { avatarKey } from '../media/avatar.ts';
import { deriveAccountId } from '../world/derive.ts';
import type { AccountSpec } from '../world/post-spec.ts';

/** `user` of a payload. */
export function userPayload(account: AccountSpec): Record<string, unknown> {
  const { handle, name, verification, affiliation } = account;
  return {
    id_str: account.id ?? deriveAccountId(handle),
    name,
    profile_image_url_https: `https://pbs.twimg.com/profile_images/${avatarKey(account)}_normal.jpg`,
    screen_name: handle,
    verified: false,
    ...(verification === 'business' ? { verified_type: 'Business' } : {}),
    ...(verification === 'government' ? { verified_type: 'Government' } : {}),
    ...(affiliation === undefined ? {} : { highlighted_label: affiliationPayload(affiliation) }),
    is_blue_verified: verification === 'blue',
    profile_image_shape: verification === 'business' ? 'Square' : 'Circle',
  };
}

function affiliationPayload(affiliation: { readonly name: string; readonly handle: string }): unknown {
  const avatar = avatarKey(affiliation);
  return {
    description: affiliation.name,
    badge: { url: `https://pbs.twimg.com/profile_images/${avatar}_bigger.jpg` },
    url: { url: `https://twitter.com/${affiliation.handle}`, url_type: 'DeepLink' },
    user_label_type: 'BusinessLabel',
    user_label_display_type: 'Badge',
  };
}

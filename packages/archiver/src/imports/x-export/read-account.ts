import type { Author } from '@embalm/post';
import { readPart } from './read-part.ts';

type Json = Readonly<Record<string, unknown>>;

/** Read whose export it is, from the text of `account.js` and, for the picture, `profile.js`; `null` if it does not say. */
export function readAccount(account: string, profile: string | null): Author | null {
  const { username, accountDisplayName, accountId } = only(readPart(account), 'account');
  if (typeof username !== 'string' || !/^\w{1,20}$/.test(username)) return null;
  const { avatarMediaUrl } = profile === null ? {} : only(readPart(profile), 'profile');
  return {
    handle: username,
    name: typeof accountDisplayName === 'string' ? accountDisplayName : username,
    id: typeof accountId === 'string' ? accountId : null,
    avatar: typeof avatarMediaUrl === 'string' ? avatarMediaUrl : null,
    avatarShape: 'circle',
    verification: null,
    affiliation: null,
  };
}

/** The object under a key of the only item. */
function only(items: readonly unknown[], key: string): Json {
  const [first] = items;
  const value = isRecord(first) ? first[key] : null;
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

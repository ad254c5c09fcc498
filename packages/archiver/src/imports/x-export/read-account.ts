import { type Author, bareAuthor } from '@embalm/post';
import { readPart } from './read-part.ts';
import { isJsonObject, type JsonObject } from '../../payloads/json-object.ts';

/** Read whose export it is, from the text of `account.js` and, for the picture, `profile.js`; `null` if it does not say. */
export function readAccount(account: string, profile: string | null): Author | null {
  const { username, accountDisplayName, accountId } = only(readPart(account), 'account');
  if (typeof username !== 'string' || !/^\w{1,20}$/.test(username)) return null;
  const { avatarMediaUrl } = profile === null ? {} : only(readPart(profile), 'profile');
  return {
    ...bareAuthor(username, typeof accountDisplayName === 'string' ? accountDisplayName : username),
    id: typeof accountId === 'string' ? accountId : null,
    avatar: typeof avatarMediaUrl === 'string' ? avatarMediaUrl : null,
  };
}

/** The object under a key of the only item. */
function only(items: readonly unknown[], key: string): JsonObject {
  const [first] = items;
  const value = isJsonObject(first) ? first[key] : null;
  return isJsonObject(value) ? value : {};
}

/** Fields that no post of v1.1 has, and these have: accounts, direct messages, lists, places. */
const fieldsOfOthers = ['screen_name', 'sender_id', 'sender', 'recipient_id', 'member_count', 'place_type'] as const;

/**
 * Whether an object of v1.1 with an id is something else than a post. Posts are not told by what they have, since any of it may be
 * missing: even `text` is no sign, for direct messages have it, too.
 *
 * @param has Whether a field is there, and not `null`.
 */
export function isOtherObject(has: (field: string) => boolean): boolean {
  return fieldsOfOthers.some(has);
}

import type { Fields } from './fields.ts';

/**
 * Read the words of a notice that stands in the place of a post, wherever a generation keeps them: `tombstone.text.text`,
 * `tombstone.text`, `tombstone.richText.text`, `tombstoneInfo`; `null` if there is none.
 */
export function readNoticeText(holder: Fields): string | null {
  for (const key of ['tombstone', 'tombstoneInfo', 'tombstone_info']) {
    const notice = holder.object(key);
    const text = notice === null ? null : (readWords(notice) ?? readNoticeText(notice));
    if (text !== null) return text;
  }
  return null;
}

function readWords(notice: Fields): string | null {
  for (const key of ['text', 'richText', 'rich_text']) {
    if (!notice.has(key)) continue;
    const text = notice.isString(key) ? notice.string(key) : (notice.object(key)?.wanted('text') ?? null);
    if (text !== null) return text;
  }
  return null;
}

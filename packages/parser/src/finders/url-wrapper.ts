/**
 * What stands before the URL of a post in a URL that leads to a copy of it, shows it, or shares it: archives, frames,
 * oEmbed, AMP caches, caches and translations, and any address that takes another as its parameter.
 */
const wrappers: readonly string[] = [
  'web\\.archive\\.org/web/(?:[\\w*]{1,30}/)?',
  'archive\\.(?:today|is|ph|fo|md|vn|li)/(?:[\\w.-]{1,30}/){0,2}',
  'megalodon\\.jp/(?:[\\w-]{1,40}/)?',
  '(?:www\\.)?twitframe\\.com/show\\?url=',
  '[\\w-]{1,80}\\.cdn\\.ampproject\\.org/[a-z]/(?:s/)?',
  '(?:www\\.)?google\\.[a-z.]{2,6}/amp/s/',
  'webcache\\.googleusercontent\\.com/search\\?q=cache:(?:[\\w-]{1,20}:)?',
  "[\\w.-]{1,80}/[!$&'*+,./0-9:;=?@A-Z_a-z~%-]{0,200}[?&;](?:url|u|href|link|q|query|target|to|uri)=",
];

const wrapper = new RegExp(`(?:https?:)?//(?:${wrappers.join('|')})$`, 'i');
const longestWrapper = 320;

/** Where the URL begins that the one at `start` is wrapped in, or `start` if it is in none. */
export function wrapperStart(text: string, start: number): number {
  // Most URLs stand free.
  if (!/[\w/=:]/.test(text.charAt(start - 1))) return start;
  const before = text.slice(Math.max(0, start - longestWrapper), start);
  return start - (wrapper.exec(before)?.[0].length ?? 0);
}

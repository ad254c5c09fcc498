/**
 * How links to posts on X are written. Measured on the links of about 450 public repositories; X ignores the user part of
 * a status URL, so some stand for nobody.
 */

/** What follows the host of a status URL, up to its id. Ids have at most 19 digits; one cut by `…` is no id. */
const statusPath =
  '(?:#!/)?(?:i/web/status|(?<handle>[a-z0-9_]{1,20})/status(?:es)?|statuses)/(?<id>\\d{15,19}(?!\\d)|\\d{1,14}(?!\\w))(?!…|\\.\\.\\.)';

/** What may follow the id: a picture of the post, or a page about it. */
const statusSubpage =
  '(?:/(?:photo|video)/\\d{1,2}(?!\\d)|/(?:analytics|likes|retweets(?:/with_comments)?|quotes|history|mediaviewer)(?!\\w))?/?';

/** A query or fragment inside running text: ASCII, bounded. */
const query = "(?:\\?[!$&'*+,./0-9:;=?@A-Z_a-z~%-]{1,2000})?(?:#[!/0-9=A-Z_a-z-]{1,100})?";

/**
 * Codes have 10 characters since February 2013, and had 7 or 8 before; flatteners glue the next word to them. So 10 are
 * taken where 10 follow, and fewer only where they end by themselves.
 */
const shortCode = '(?<code>[A-Za-z0-9]{10}|[A-Za-z0-9]{7,8}(?![A-Za-z0-9]|…|\\.\\.\\.))';

/** Some programs add parameters to short links. */
const shortQuery = '(?:\\?\\w{1,20}=[\\w%.-]{1,100})?';

/** Handles in status URLs that stand for nobody. */
const nobody: ReadonlySet<string> = new Set(['i', '_', 'user', 'anyuser']);

/** The author a status URL names, or `null` if its user part stands for nobody. */
export function authorInUrl(handle: string | undefined): string | null {
  return handle === undefined || nobody.has(handle.toLowerCase()) ? null : handle;
}

/** The grammar of X's links, as patterns for where a link begins in text (sticky) and for a whole URL. */
export const xLinks: {
  readonly statusTail: RegExp;
  readonly statusUrl: RegExp;
  readonly shortTail: RegExp;
  readonly shortUrl: RegExp;
} = {
  /** From behind `twitter.com/` or `x.com/`. */
  statusTail: new RegExp(statusPath + statusSubpage + query, 'iy'),
  statusUrl: new RegExp(
    `^(?:(?:https?:)?//)?(?:www\\.|mobile\\.|m\\.)?(?:twitter|x)\\.com/${statusPath}${statusSubpage}(?:[?#]\\S{0,4000})?$`,
    'i',
  ),
  /** From behind `t.co/`, `pic.twitter.com/` or `pic.x.com/`. */
  shortTail: new RegExp(shortCode + shortQuery, 'y'),
  shortUrl: new RegExp(
    `^(?:(?i:https?:)?//)?(?<host>(?i:t\\.co|pic\\.(?:twitter|x)\\.com))/${shortCode}/?(?:[?#]\\S{0,4000})?$`,
  ),
};

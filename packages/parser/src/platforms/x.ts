import { statusHost, statusHostEnd, threadHost } from './x-hosts.ts';

/**
 * How links to posts on X are written. Measured on the links of about 450 public repositories; X ignores the user part of
 * a status URL, so some stand for nobody.
 */

/**
 * What follows the host of a status URL, up to its id. Ids have at most 19 digits; one cut by `…`, or by the line of a mail,
 * is no id. Markdown and LaTeX escape the underscores of handles.
 */
const statusPath =
  '/?(?:(?:#|%23)(?:!|%21)/)?(?:i/(?:web/status|videos(?:/tweet)?|cards/tfw/v\\d)|(?:@|%40)?((?:[a-z0-9_]|\\\\{1,2}_){1,20})/status(?:es)?|status(?:es)?)/(\\d{15,19}(?!\\d)|\\d{1,14}(?!\\w))(?!…|\\.\\.\\.|=\\r?\\n)';

/** What may follow the id: a picture of the post, or a page about it. */
const statusSubpage =
  '(?:/(?:photo|video)/\\d{1,2}(?!\\d)(?:/large)?|/(?:analytics|likes|retweets(?:/with_comments)?|quotes|history|hidden|mediaviewer|[a-z]{2})(?!\\w)|\\.(?:mp4|jpg|png)(?!\\w))?/?';

/** A query or fragment inside running text: ASCII, bounded. */
const query = "(?:\\?[!$&'*+,./0-9:;=?@A-Z_a-z~%-]{1,2000})?(?:#[!/0-9=A-Z_a-z-]{1,100})?";

/** How percent signs are written: each address that another one is put in encodes them once more. */
const percent = '%(?:25){0,3}';

/** A slash as other texts write it: percent-encoded, escaped in JSON, as a character reference. */
const escapedSlash = `(?:${percent}2F|\\\\{1,3}/|\\\\{1,3}u002f|&#x2F;|&#47;)`;
const escapedQuery = `(?:(?:${percent}3F|\\\\{1,3}u003f)[\\w%.\\\\-]{1,500}|${query})?`;

/** Pages of X and others that are about one post and name it by its id alone. */
const idPath =
  "(?:embed/(?:tweet|index)\\.html\\?(?:[\\w.%=&;:/~+-]{0,3000}?[&;])?id=|tweet-result\\?(?:[\\w.%=&;-]{0,200}?[&;])?id=|thread/|iframe/(?:2/)?twitter\\.min\\.html#)(\\d{1,19})(?!\\d)(?:\\.html)?(?:[?&][!$&'*+,./0-9:;=?@A-Z_a-z~%-]{0,2000})?";

/** The source of a pattern of what all of these have behind their host: nothing else has to be looked at closely. */
export const postPathWord = 'status|videos|cards|embed|tweet-result|thread|iframe';

/**
 * Codes have 10 characters since February 2013, and had 7 or 8 before; flatteners glue the next word to them. So 10 are
 * taken where 10 follow, and fewer only where they end by themselves.
 */
const shortCode = '([A-Za-z0-9]{10}|[A-Za-z0-9]{7,8}(?![A-Za-z0-9]|…|\\.\\.\\.))';

/** Some programs add parameters to short links. */
const shortQuery = '(?:\\?\\w{1,20}=[\\w%.-]{1,100}(?:&(?:amp;)?\\w{1,20}=[\\w%.-]{1,100}){0,5})?';

/** Handles in status URLs that stand for nobody. */
const nobody: ReadonlySet<string> = new Set(['i', '_', 'user', 'anyuser']);

/** The author a status URL names, or `null` if its user part stands for nobody. */
export function authorInUrl(handle: string | undefined): string | null {
  return handle === undefined || nobody.has(handle.toLowerCase()) ? null : handle.replaceAll('\\', '');
}

/** Ports that some archives, proxies and programs write behind the host. */
const port = '(?::(?:443|80))?';

/** The dot of a host that is not to be followed, as reports on malware write it. */
const brokenDot = '(?:[([{]\\.[)\\]}]|\\[dot\\])';

/** What stands before a path that names a post by its id alone. */
export const idHost: RegExp = new RegExp(
  `(?:https?:)?//(?:platform\\.(?:twitter|x)\\.com|cdn\\.syndication\\.twimg\\.com|(?:[a-z]{2,3}\\.)?${threadHost}|s9e\\.github\\.io)/$`,
  'i',
);

/** What stands before the path of a status URL, in text. Archives make one slash of two. */
export const statusHead: RegExp = new RegExp(
  `(?:(?:h(?:tt|xx)ps?(?::|%3A))?//|https?:/)?(?:${statusHost})${port}/$`,
  'i',
);

/** The same with its host made harmless. */
export const brokenStatusHead: RegExp = new RegExp(
  `(?:h(?:tt|xx)ps?(?:(?:\\[:\\]|:)//|\\[://\\]))?(?:(?:www|mobile|m)(?:\\.|${brokenDot}))?(?:twitter|x)${brokenDot}com/$`,
  'i',
);

/** The same, its slashes escaped. */
export const escapedStatusHead: RegExp = new RegExp(
  `(?:(?:https?(?::|${percent}3A|\\\\{1,3}u003a|&#58;|&#x3a;))?${escapedSlash}{2})?(?:www\\.|mobile\\.|m\\.)?(?:twitter|x)\\.com${escapedSlash}$`,
  'i',
);

/** The source of a pattern of where a link to a post may be: a host, with its slash as it may be written. */
export const linkHost: string = `(?:pic\\.)?(?:${statusHostEnd})(?:${port}/|${escapedSlash})|(?:pic(?:\\.|${brokenDot}))?(?:twitter|x)${brokenDot}com/|t(?:\\.co(?:/|${escapedSlash})|${brokenDot}co/)|twimg\\.com/(?=tweet-result)|${threadHost}/(?=thread/)|s9e\\.github\\.io/(?=iframe/)`;

/** The source of a pattern of how such a place ends: to look for that, and back from there, is many times as fast. */
export const linkHostEnd: string = `(?:/|${percent}2F|u002f|&#x2F;|&#47;)`;

/**
 * The grammar of X's links, as patterns for where a link begins in text (sticky) and for a whole URL. Status URLs have the
 * handle in their first group, if there is one, and the id in their second; those by id have it in their first. What is
 * named takes a third longer to find.
 */
export const xLinks: {
  readonly statusTail: RegExp;
  readonly statusUrl: RegExp;
  readonly escapedStatusTail: RegExp;
  readonly idTail: RegExp;
  readonly shortTail: RegExp;
  readonly shortUrl: RegExp;
} = {
  /** From behind `twitter.com/` or `x.com/`. */
  statusTail: new RegExp(statusPath + statusSubpage + query, 'iy'),
  statusUrl: new RegExp(
    `^(?:(?:https?:)?//)?(?:${statusHost})${port}/${statusPath}${statusSubpage}(?:[?#]\\S{0,4000})?$`,
    'i',
  ),
  /** The same from behind a host whose slash is escaped. */
  escapedStatusTail: new RegExp((statusPath + statusSubpage).replaceAll('/', escapedSlash) + escapedQuery, 'iy'),
  /** From behind a host of {@link idHost}. */
  idTail: new RegExp(idPath, 'iy'),
  /** From behind `t.co/`, `pic.twitter.com/` or `pic.x.com/`. The code is the last group. */
  shortTail: new RegExp(shortCode + shortQuery, 'y'),
  /** The host is the first. */
  shortUrl: new RegExp(
    `^(?:(?i:https?:)?//)?((?i:t\\.co|pic\\.(?:twitter|x)\\.com))/${shortCode}/?(?:[?#]\\S{0,4000})?$`,
  ),
};

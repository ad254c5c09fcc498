/**
 * The hosts on which the path of a status URL leads to the post, or to a copy of it. They come and go: this is the one
 * place where they stand. Measured in public repositories, and from the documentation of the services.
 */

/** X's own, without what may stand before them. */
const own: readonly string[] = ['twitter.com', 'x.com'];

/** Services that add a preview to the same path; they take prefixes such as `d.` and `i.`. */
const fixers: readonly string[] = [
  'fxtwitter.com',
  'vxtwitter.com',
  'fixupx.com',
  'fixvx.com',
  'xfixup.com',
  'pxtwitter.com',
  'twittpr.com',
  'twitterez.com',
  'girlcockx.com',
  'stupidpenisx.com',
  'hitlerx.com',
  'cunnyx.com',
  'yiffx.com',
  'skibidix.com',
  'mpregx.com',
];

/** Readers of X with the same path. Every host with a label `nitter` is one too. */
const readers: readonly string[] = [
  'xcancel.com',
  'twiiit.com',
  'lightbrd.com',
  'bird.trom.tf',
  'tweet.lambda.dance',
  'tweet.whateveritworks.org',
  'twitt.re',
  'twtr.cc',
  'unofficialbird.com',
  'twstalker.com',
  'twitter3e4tixl4xyajtrzo62zg5vztmjuricljdp2c5kshju4avyoid.onion',
  'twitter-com.translate.goog',
];

/** Readers that show a post with what its author wrote below it, under `/thread/` and its id. */
export const threadReaders: readonly string[] = [
  'threadreaderapp.com',
  'rattibha.com',
  'pingthread.com',
  'threadnavigator.com',
];

function alternatives(hosts: readonly string[]): string {
  return hosts.map((host) => host.replaceAll('.', '\\.')).join('|');
}

/** Behind the letters that they chose, onions have a digest. */
const onionNitter = 'nitter[a-z2-7]{50}\\.onion';

/** The source of a pattern of the hosts of status URLs with what may stand before them, for use with the `i` flag. */
export const statusHost: string = [
  `(?:www\\.|mobile\\.|m\\.|pro\\.|tweetdeck\\.|[a-z]{2}\\.)?(?:${alternatives(own)})`,
  `(?:[a-z]{1,3}\\.)?(?:${alternatives(fixers)})`,
  `(?:(?:www|mobile|site)\\.)?(?:${alternatives(readers)})`,
  '(?:[\\w-]{1,30}\\.)?nitter(?:\\.[a-z0-9-]{1,30}){1,3}',
  onionNitter,
].join('|');

/** The source of a pattern of how such a host ends, wherever it stands; `pic.` tells the hosts of short links from it. */
export const statusHostEnd: string = [
  '(?:twitter|x)\\.com',
  alternatives([...fixers, ...readers].filter((host) => !/(?:twitter|x)\.com$/.test(host))),
  'nitter(?:\\.[a-z0-9-]{1,30}){1,3}',
  onionNitter,
].join('|');

/** All names among them, whatever stands before them. */
export const statusHostNames: readonly string[] = [...own, ...fixers, ...readers];

/** The source of a pattern of {@link threadReaders}. */
export const threadHost: string = `(?:${alternatives(threadReaders)})`;

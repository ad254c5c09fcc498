import { linkHost, postPathWord } from '../../platforms/x.ts';
import { statusHostNames, threadReaders } from '../../platforms/x-hosts.ts';
import { foldCase, openNames } from './match-names.ts';
import { readAround, type Trace, trigramAround } from './trace.ts';

/** What most hosts of links to posts have in their names, and what stands around that in them. */
const inMost = 'itt';
const names = ['nitter.', ...statusHostNames].filter((name) => name.includes(inMost));
const beforeMost = new Set(names.map((name) => name.charCodeAt(name.indexOf(inMost) - 1)));
const behindMost = new Set(names.map((name) => name.charCodeAt(name.indexOf(inMost) + inMost.length)));

/** The names of the others, told by their last dot. */
const others = [...statusHostNames, ...threadReaders, 't.co', 'twimg.com'].filter((host) => !host.includes(inMost));
const lastDot = (host: string): number => host.lastIndexOf('.');

/** What a slash begins with as it may be written, and a port. */
const hostEnds: ReadonlySet<number | undefined> = new Set(Buffer.from('/\\%&:'));
const isOtherHostAt = openNames(others, lastDot, (bytes, _, end) => hostEnds.has(bytes[end]));

/** A host may be so long before a place that tells it; and from there, the rest of it and what tells its path. */
const longestHost = 64;
const longestPathStart = 260;

/** What paths of posts have, or hosts of short links: profiles, share buttons and scripts of X are on every page. */
const telling = new RegExp(`${postPathWord}|t(?:\\W{1,3}|\\[dot\\])co|pic\\W`, 'i');

const hostEnd = new RegExp(`/(?<=(${linkHost}))`, 'gi');

/** Short links are nothing without a code. */
const shortHost = /^(?:t|pic)(?![a-z])/i;
const code = /[a-z\d]{7}/iy;
const postPath =
  /[^\s"'<>]{0,120}?(?:status(?:es)?\/\d|i\/(?:videos|cards)\/|embed\/|tweet-result|thread\/|iframe\/)/iy;

/** How slashes are written where others stand for them. */
const slash = /%(?:25){0,3}2f|\\{1,3}(?:\/|u002f)|(?:&|\\u0026)(?:#(?:x0{0,6}2f|0{0,6}47)|sol);/gi;

/** Links to posts, and short links, by what most of their hosts have. */
export const linkTrace: Trace = {
  trigrams: [['i', 't', 't']],
  isAt: (bytes, at) =>
    beforeMost.has(foldCase(bytes[at - 1])) &&
    behindMost.has(foldCase(bytes[at + inMost.length])) &&
    isLinkAt(bytes, at),
};

/** The same by the dots of the others. */
export const otherLinkTrace: Trace = {
  trigrams: others.map((host) => trigramAround(host, lastDot(host))),
  isAt: (bytes, at) => isOtherHostAt(bytes, at + 1) && isLinkAt(bytes, at),
};

/** The same where the dot is in brackets, or a word in them. */
export const brokenLinkTrace: Trace = { trigrams: [[')]}', 'c', 'o']], isAt: isLinkAt };

/** Whether there may be a link to a post around a place in its host. */
function isLinkAt(bytes: Buffer, at: number): boolean {
  const written = readAround(bytes, at, longestHost, longestPathStart);
  if (!telling.test(written)) return false;
  const text = written.replace(slash, '/');
  for (const { index, 1: host } of text.matchAll(hostEnd)) {
    const path = host !== undefined && shortHost.test(host) ? code : postPath;
    path.lastIndex = index + 1;
    if (path.test(text)) return true;
  }
  return false;
}

import type { Reference } from '@embalm/post';
import { readDate } from './dates.ts';

/** How the caption of an Instagram embed opens, up to the name, in the languages that put that behind: `A post shared by`. */
const openings = [
  'An? (?:post|photo|video|reel) (?:shared|posted) by',
  'Ein (?:Beitrag|Foto|Video) (?:geteilt von|gepostet von)',
  'Une (?:publication|photo|vidéo) (?:partagée|publiée) par',
  'Una (?:publicación|foto) (?:compartida|publicada) (?:de|por)',
  'Um(?:a publicação|a foto| vídeo) (?:com)?(?:partilhad|compartilhad|publicad)[ao] por',
  'Un(?:a foto| post| video) (?:condivis[ao]|pubblicat[ao]) da',
  'Een (?:bericht|foto|video) (?:gedeeld|geplaatst) door',
  'Post udostępniony przez',
  'Ett inlägg delat av',
  'Et opslag delt af',
  'Et innlegg delt av',
  'Příspěvek sdílený',
  'Príspevok, ktorý zdieľa',
  'Objava koju dijeli',
  'O postare distribuită de',
  'Sebuah kiriman dibagikan oleh',
  'Satu kiriman dikongsi oleh',
  'Isang post na ibinahagi ni',
  'Bài viết do',
  'Публикация(?: от|, споделена от)',
  'Допис, поширений',
  'Η δημοσίευση κοινοποιήθηκε από το χρήστη',
  'โพสต์ที่แชร์โดย',
  'פוסט משותף על ידי',
  'تمت مشاركة منشور بواسطة',
];
const opening = new RegExp(
  `(?:^|[^\\p{L}])(?<caption>(?:${openings.join('|')})[\\s\\u200e\\u200f]{1,3}(?<name>[^\\n]{0,60}?))\\s{0,3}$`,
  'iu',
);

/** How it goes on behind the handle in the others. */
const closings = [
  "(?:['’]\\p{L}{1,4})? (?:paylaştığı|tarafından paylaşılan) bir gönderi",
  ' által megosztott bejegyzés',
  ' jakama julkaisu',
  'がシェアした投稿',
  '님의 공유 게시물',
  '님이 공유한 게시물',
  '\\s?分享的[帖贴貼][子文]',
  ' द्वारा साझा की गई पोस्ट',
];
const closing = new RegExp(closings.join('|'), 'iuy');

/** `Of` before the name, in Finnish. */
const ofFinnish = /^Henkilön\s/;

const longestOpening = 110;
const longestName = 60;
const handlePattern = /\(@(?<handle>[\w.]{1,30})\)(?<on>\s{1,3}(?:on|am|le|el|em|il|op|den|d\.|pada)\s{1,3})?/y;
const time = /\s{1,2}at\s{1,2}\d{1,2}:\d{2}\s?[ap]m(?:\s[A-Z]{3,4}\b)?/iy;

/**
 * Read the caption around `(@` that is all a flattener left of an Instagram embed; it looks like a signature of X, and says
 * of which platform it is. The day is that of the page's zone.
 *
 * @param floor Where the reference before this one ends.
 * @param at Where `(@` begins.
 */
export function readCaption(text: string, floor: number, at: number): Reference | null {
  handlePattern.lastIndex = at;
  const { handle, on = '' } = handlePattern.exec(text)?.groups ?? {};
  if (handle === undefined) return null;
  const handleEnd = handlePattern.lastIndex - on.length;
  return readOpened(text, floor, at, handle, handleEnd, on) ?? readClosed(text, floor, at, handle, handleEnd);
}

function readOpened(
  text: string,
  floor: number,
  at: number,
  handle: string,
  handleEnd: number,
  on: string,
): Reference | null {
  const from = Math.max(floor, at - longestOpening);
  const opened = opening.exec(text.slice(from, at));
  const before = opened?.groups;
  if (opened === null || before === undefined) return null;
  const start = from + opened.index + opened[0].indexOf(before['caption'] ?? '');
  const date = on === '' ? null : readDate(text, handleEnd + on.length);
  time.lastIndex = date?.end ?? 0;
  const end = date === null ? handleEnd : time.test(text) ? time.lastIndex : date.end;
  return toReference([start, end], handle, before['name'] ?? '', date?.day ?? null);
}

function readClosed(text: string, floor: number, at: number, handle: string, handleEnd: number): Reference | null {
  closing.lastIndex = handleEnd;
  if (!closing.test(text)) return null;
  const end = closing.lastIndex;
  const before = text.slice(Math.max(floor, at - longestName), at);
  // Where the line does not begin with it, nothing tells where the name does.
  const lineStart = before.lastIndexOf('\n') + 1;
  const name = lineStart === 0 && before.length === longestName ? '' : before.slice(lineStart).trim();
  return toReference([at - before.length + before.lastIndexOf(name), end], handle, name, null);
}

function toReference(range: readonly [number, number], handle: string, name: string, day: string | null): Reference {
  return {
    kind: 'embed',
    range,
    post: { platform: 'instagram', id: null },
    handle,
    name: name.replace(ofFinnish, '').trim() || null,
    date: day,
    text: null,
    links: [],
    lang: null,
    confidence: 0.9,
  };
}

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
  'Sebuah kiriman dibagikan oleh',
  'Публикация от',
];
const opening = new RegExp(
  `(?:^|[^\\p{L}])(?<caption>(?:${openings.join('|')})\\s{1,3}(?<name>[^\\n]{0,60}?))\\s{0,3}$`,
  'iu',
);

const longestOpening = 110;
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
  const groups = handlePattern.exec(text)?.groups;
  if (groups === undefined) return null;
  const from = Math.max(floor, at - longestOpening);
  const opened = opening.exec(text.slice(from, at));
  const before = opened?.groups;
  if (opened === null || before === undefined) return null;
  const start = from + opened.index + opened[0].indexOf(before['caption'] ?? '');
  const handleEnd = handlePattern.lastIndex;
  const date = groups['on'] === undefined ? null : readDate(text, handleEnd);
  time.lastIndex = date?.end ?? 0;
  const end = date === null ? handleEnd - (groups['on']?.length ?? 0) : time.test(text) ? time.lastIndex : date.end;
  const name = before['name']?.trim() ?? '';
  return {
    kind: 'embed',
    range: [start, end],
    post: { platform: 'instagram', id: null },
    handle: groups['handle'] ?? null,
    name: name === '' ? null : name,
    date: date?.day ?? null,
    text: null,
    links: [],
    lang: null,
    confidence: 0.9,
  };
}

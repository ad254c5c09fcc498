import { announcesPost } from '../outlook.ts';
import { bullet, lastMark, postLike } from './marks.ts';
import type { Clues } from './clue.ts';

/** What stands before a boundary tells whether it is the article's, or the post's own. */
export const beforeClues: Clues = {
  announced: (o) => announcesPost(o.left),
  'speaks of tweets': (o) => /tw[ei]+t|твит|ツイート|つぶや|트위|推特|تغريد/iu.test(o.left),
  'sentence ended': (o) => lastMark.test(o.left),
  exclaimed: (o) => /[!！]["'”’»)\]]?$/u.test(o.left),
  asked: (o) => /[?？]["'”’»)\]]?$/u.test(o.left),
  'clause open': (o) => /[,;،、([{–—-]$/u.test(o.left),
  'heading before': (o) =>
    o.leftWeight < 60 && !lastMark.test(o.left) && lastMark.test(o.next) && !postLike.test(o.left),
  'several sentences before': (o) => /[.!?]\s.{1,300}[.!?]\s/su.test(o.left),
  'post-like before': (o) => postLike.test(o.left),
  'emoji before': (o) => /\p{Extended_Pictographic}\ufe0f?$/u.test(o.left),
  'bullet before': (o) => bullet.test(o.left),
  'number before': (o) => /^(?:#?\d{1,3}[.):]?|[ivx]{1,4}[.)])$/iu.test(o.left),
  'year before': (o) => /\d{4}$/u.test(o.left),
  'name before': (o) => /(?:^|\s)\p{Lu}[\p{L}'’.-]{0,30}$/u.test(o.left),
  'small letter opens what is before': (o) => /^\p{Ll}/u.test(o.left),
  'capital opens what is before': (o) => /^\p{Lu}/u.test(o.left),
};

import { countOf, type Outlook, type Part } from '../outlook.ts';
import { column } from '../tally.ts';
import type { Clues } from './clue.ts';

/** Articles speak of posts and of who wrote them; posts say `I` and `you`. */
export function readWordClues(o: Outlook): Clues {
  const { text } = o.stretch;
  return {
    'speaks of tweets': speaksOfTweets(text, o.left),
    'speaks of tweets itself': speaksOfTweets(text, o.next),
    'speaks of the author': countOf(o.left, column.author) > 0,
    'speaks of the author in its first part': countOf(o.next, column.author) > 0,
    'spoke of the author': countOf(o.farLeft, column.author) > 0,
    'points to what follows': countOf(o.left, column.pointing) > 0,
    'points to what follows in its first part': countOf(o.next, column.pointing) > 0,
    'I before': countOf(o.left, column.me) > 0,
    'I in its first part': countOf(o.next, column.me) > 0,
    'I unlike before': countOf(o.right, column.me) > 0 && countOf(o.farLeft, column.me) === 0,
    'you before': countOf(o.left, column.you) > 0,
    'slang before': countOf(o.left, column.slang) > 0,
    'shouts before': countOf(o.left, column.shouts) > 0,
    'shouts in its first part': countOf(o.next, column.shouts) > 0,
  };
}

/** In scripts that part no words. */
const tweets = /ツイート|つぶや|트위|推特|تغريد/u;

function speaksOfTweets(text: string, part: Part): boolean {
  if (countOf(part, column.tweeting) > 0) return true;
  return part.script !== 1 && part.script !== -1 && tweets.test(text.slice(part.start, part.end));
}

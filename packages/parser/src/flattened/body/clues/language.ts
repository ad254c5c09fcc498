import { countOf, type Outlook, type Part } from '../outlook.ts';
import { column } from '../tally.ts';
import type { Clues } from './clue.ts';

/** A post is often of another language, or in another writing system, than the article. */
export function readLanguageClues(o: Outlook): Clues {
  return {
    'other script': differ(o.left.script, o.right.script),
    'other script than all before': differ(o.farLeft.script, o.right.script),
    'script of the post before': differ(o.after.script, o.left.script) && o.left.script === o.right.script,
    'no spaces between words': o.left.script === 0,
    'other language than all before': differ(o.farLeft.language, o.right.language),
    'other language than the article before': differ(o.article.language, o.left.language),
    'the article’s language': o.article.language !== -1 && o.next.language === o.article.language,
    'words of the article’s language before': ofArticle(o, o.left) > 0,
    'many words of the article’s language before': ofArticle(o, o.left) * 5 > countOf(o.left, column.words),
    'no word of the article’s language before': hasNone(o, o.left),
    'words of the article’s language in its first part': ofArticle(o, o.next) > 0,
    'many words of the article’s language in its first part': ofArticle(o, o.next) * 5 > countOf(o.next, column.words),
    'no word of the article’s language in its first part': hasNone(o, o.next),
    'no word of the article’s language': hasNone(o, o.right),
    'before is of the language of the end, unlike the article': leaning(o, o.left) > 0,
    'before is of the article’s language, unlike the end': leaning(o, o.left) < 0,
    'of the language of the end, unlike the article': leaning(o, o.next) > 0,
    'of the article’s language, unlike the end': leaning(o, o.next) < 0,
    'other script than the article': differ(o.article.script, o.next.script),
  };
}

/** How many words of a part are of the article's language. */
function ofArticle({ article }: Outlook, part: Part): number {
  return article.language === -1 ? 0 : countOf(part, column.languages + article.language);
}

function hasNone(o: Outlook, part: Part): boolean {
  return o.article.language !== -1 && countOf(part, column.words) > 3 && ofArticle(o, part) === 0;
}

/** Where the end of the post is of another language than the article: how many more words of a part are of that one. */
function leaning({ article, tail, right }: Outlook, part: Part): number {
  const language = tail.language === -1 ? right.language : tail.language;
  if (!differ(language, article.language)) return 0;
  return countOf(part, column.languages + language) - countOf(part, column.languages + article.language);
}

function differ(one: number, other: number): boolean {
  return one !== -1 && other !== -1 && one !== other;
}

import type { Clues } from './clue.ts';

/** A post is often of another language, or in another writing system, than the article. */
export const languageClues: Clues = {
  'other script': (o) => differ(o.left.script, o.right.script),
  'other script than all before': (o) => differ(o.farLeft.script, o.right.script),
  'script of the post before': (o) => differ(o.after.script, o.left.script) && o.left.script === o.right.script,
  'no spaces between words': (o) => o.left.script === 0,
  'other language': (o) => differ(o.left.language, o.right.language),
  'other language than all before': (o) => differ(o.farLeft.language, o.right.language),
  'from the article’s language to another': (o) =>
    o.left.language === o.article.language && differ(o.left.language, o.right.language),
  'other language than the article before': (o) => differ(o.article.language, o.left.language),
  'the article’s language': (o) => o.article.language !== -1 && o.next.language === o.article.language,
  'other script than the article': (o) => differ(o.article.script, o.next.script),
};

function differ(one: number, other: number): boolean {
  return one !== -1 && other !== -1 && one !== other;
}

import type { Clues } from './clue.ts';

/** A post is often of another language, or in another writing system, than the article. */
export const languageClues: Clues = {
  'other script': (o) => o.scriptOf(o.left) !== null && differ(o.scriptOf(o.left), o.scriptOf(o.right)),
  'other script than all before': (o) => differ(o.scriptOf(o.farLeft), o.scriptOf(o.right)),
  'script of the post before': (o) =>
    differ(o.scriptOf(o.stretch.after), o.scriptOf(o.left)) && o.scriptOf(o.left) === o.scriptOf(o.right),
  'no spaces between words': (o) => o.scriptOf(o.left) === 'japanese-or-chinese',
  'other language': (o) => differ(o.languageOf(o.left), o.languageOf(o.right)),
  'other language than all before': (o) => differ(o.languageOf(o.farLeft), o.languageOf(o.right)),
  'from the article’s language to another': (o) =>
    o.languageOf(o.left) === o.languageOf(o.article) && differ(o.languageOf(o.left), o.languageOf(o.right)),
  'other language than the article before': (o) => differ(o.languageOf(o.article), o.languageOf(o.left)),
  'the article’s language': (o) => o.languageOf(o.article) !== null && o.languageOf(o.next) === o.languageOf(o.article),
};

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** Writing systems that tell a post from the article around it. Japanese mixes three. */
const scripts: readonly (readonly [name: string, letter: RegExp])[] = [
  ['japanese-or-chinese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
  ['thai', /\p{Script=Thai}/gu],
];

/** A fifth of the letters in these make a text theirs: one of them stands for several Latin letters. */
const dense = 'japanese-or-chinese';
const denseShare = 0.2;

/** Links and handles are Latin in every language. */
const notProse = /(?:https?:\/\/|pic\.twitter\.com\/|[@#])[\w./-]{1,200}/gu;

/** The writing system of most letters of a text, or `null` if it has too few to tell. */
export function dominantScript(text: string): string | null {
  const prose = text.replace(notProse, '');
  const counts = scripts.map(([name, letter]) => ({ name, count: prose.match(letter)?.length ?? 0 }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  if (total < 3) return null;
  return counts.some(({ name, count }) => name === dense && count > denseShare * total) ? dense : most.name;
}

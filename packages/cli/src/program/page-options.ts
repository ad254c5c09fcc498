import { Option } from 'commander';

/** Where pages go. */
export const pageOption: Option = new Option(
  '-o, --out <path>',
  'the folder for the pages, or one page ending in .html or .md',
).default('out');

/** What Markdown becomes. */
export const toOption: Option = new Option(
  '--to <format>',
  'what becomes of Markdown: the same with its posts in it, or a page',
)
  .choices(['same', 'html'])
  .default('same');

/** What links that stay say. */
export const linksOption: Option = new Option(
  '--links <how>',
  'say in links to posts which version was archived (Robust Links)',
)
  .choices(['keep', 'robust'])
  .default('keep');

/** Which language the labels have. */
export const languageOption: Option = new Option(
  '--lang <lang>',
  'the language of the labels, as in de or pt-BR',
).default('en');

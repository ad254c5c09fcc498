import { beforeClues } from './before.ts';
import { behindClues } from './behind.ts';
import type { Clues } from './clue.ts';
import { languageClues } from './language.ts';
import { layoutClues } from './layout.ts';
import { lengthClues } from './length.ts';
import { wordClues } from './words.ts';

/** All clues to where a body begins. */
export const clues: Clues = {
  ...layoutClues,
  ...lengthClues,
  ...beforeClues,
  ...behindClues,
  ...wordClues,
  ...languageClues,
};

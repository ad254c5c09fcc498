import type { Outlook } from '../outlook.ts';
import { readBeforeClues } from './before.ts';
import { readBehindClues } from './behind.ts';
import type { Clues } from './clue.ts';
import { readEchoClues } from './echoes.ts';
import { readEdgeClues } from './edge.ts';
import { readLanguageClues } from './language.ts';
import { readLayoutClues } from './layout.ts';
import { readLengthClues } from './length.ts';
import { readWordClues } from './words.ts';

/** All clues to where a body begins. Few functions that read many: they are soon compiled. */
export const clueReaders: readonly ((outlook: Outlook) => Clues)[] = [
  readLayoutClues,
  readLengthClues,
  readBeforeClues,
  readBehindClues,
  readWordClues,
  readLanguageClues,
  readEchoClues,
  readEdgeClues,
];

import type { Outlook } from '../outlook.ts';
import type { Clues } from './clue.ts';

/** A post goes on about its own subject, the article around it about another: or both about the same, which tells little. */
export function readEchoClues({ echoes, place }: Outlook): Clues {
  const inNext = echoes.inNext[place + 1] ?? 0;
  const inBody = echoes.inBody[place + 1] ?? 0;
  return {
    'shares a word with its first part': inNext > 0,
    'shares a word with the body': inBody > 0,
    'shares words with the body': inBody > 1,
    'shares a word with what is before it': echoes.before[place + 1] === 1,
    'shares a word with what is behind the signature': echoes.behind[place + 1] === 1,
    'first part shares a word with the article before': echoes.farBefore[place] === 1,
    'first part shares a word with what is behind the signature': echoes.behind[place] === 1,
    'body shares a word with the article before': (echoes.across[place] ?? 0) > 0,
    'body shares a word with what is behind the signature': echoes.bodyBehind[place] === 1,
  };
}

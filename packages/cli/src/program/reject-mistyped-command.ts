import { existsSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';
import { nearestName } from './nearest-name.ts';

/** A command's name, or what was to be one: files have an extension, folders that are not there cannot be meant. */
const bareWord = /^[a-z][a-z-]{0,20}$/i;

/**
 * Refuse a first word that is no command, and no file either: nothing is begun with the others.
 *
 * @param words What stands on the command line, without options.
 * @param commands The names of the commands.
 * @throws {UsageError} If the first word is neither.
 */
export function rejectMistypedCommand(words: readonly string[], commands: readonly string[]): void {
  const [word = ''] = words;
  if (!bareWord.test(word) || commands.includes(word) || existsSync(word)) return;
  const nearest = nearestName(word.toLowerCase(), commands);
  const hint = nearest === null ? '`embalm --help` lists the commands.' : `Did you mean \`embalm ${nearest}\`?`;
  throw new UsageError(`${word}: no such file, and no such command. ${hint}`);
}

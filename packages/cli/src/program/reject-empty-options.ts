import type { Command } from 'commander';
import { UsageError } from '../usage-error.ts';

/**
 * Refuse an option that was given nothing, as in `--archive "$UNSET"`: many would mean the folder one is in.
 *
 * @throws {UsageError} If there is one.
 */
export function rejectEmptyOptions(command: Command): void {
  for (const option of command.options) {
    const name = option.attributeName();
    if (command.getOptionValueSource(name) !== 'cli' || command.getOptionValue(name) !== '') continue;
    throw new UsageError(`${option.flags} was given an empty value. Give it another one, or leave it out.`);
  }
}

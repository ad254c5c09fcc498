import type { Command } from 'commander';
import { UsageError } from '../usage-error.ts';
import type { CommandAdder } from './command-adder.ts';
import { nearestName } from './nearest-name.ts';

/** `embalm help [command]`, in place of commander's own, which answers a mistyped name with the whole help and no word on it. */
export function addHelpCommand(program: Command, { add, group, commandNames }: CommandAdder): void {
  group('Help');

  program.helpCommand(false);
  add('help [command]', 'the arguments and options of a command', [])
    .argument('[command]', 'its name; none for all commands, and examples')
    .action((name?: string) => {
      if (name === undefined) return program.help();
      const command = program.commands.find((candidate) => candidate.name() === name);
      if (command !== undefined) return command.help();
      const nearest = nearestName(name.toLowerCase(), commandNames());
      const hint = nearest === null ? '`embalm --help` lists them.' : `Did you mean \`embalm help ${nearest}\`?`;
      throw new UsageError(`${name}: no such command. ${hint}`);
    });
}

import type { Command, CommandOptions, Option } from 'commander';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';

/** Adds commands to the command line. */
export interface CommandAdder {
  /** What commands are given to read and write with. */
  readonly io: Io;
  /** From here on, commands stand below this heading in the help. */
  readonly group: (heading: string) => void;
  /**
   * Add a command; its arguments are declared on what is returned.
   *
   * @param usage As in `show <post>`: its name first.
   */
  readonly add: (usage: string, description: string, options: readonly Option[], settings?: CommandOptions) => Command;
  /** The names of all commands. */
  readonly commandNames: () => readonly string[];
  /** What stands on the command line, without options; also the command's name, if it was typed. */
  readonly typedWords: () => readonly string[];
  /** What the action of a command returns: it passes on how the command ended. */
  readonly end: (code: Promise<ExitCode>) => Promise<void>;
}

/**
 * Make an adder for a program.
 *
 * @param onEnd Gets the exit code of the command that ran.
 */
export function createCommandAdder(program: Command, io: Io, onEnd: (code: ExitCode) => void): CommandAdder {
  return {
    io,
    group: (heading) => void program.commandsGroup(`${heading}:`),
    add(usage, description, options, settings = {}) {
      const [name = usage] = usage.split(' ', 1);
      const command = program
        .command(name, settings)
        .description(description)
        .showHelpAfterError(`Run \`embalm ${name} --help\` for its arguments and options.`);
      for (const option of options) command.addOption(option);
      return command;
    },
    commandNames: () => program.commands.map((command) => command.name()),
    typedWords: () => program.args,
    async end(code) {
      onEnd(await code);
    },
  };
}

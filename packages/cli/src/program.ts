import { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { type CommandAdder, createCommandAdder } from './program/command-adder.ts';
import { addHelpCommand } from './program/help-command.ts';
import { rejectEmptyOptions } from './program/reject-empty-options.ts';
import { version } from './version.ts';

/** Some commands, and what adds them. */
interface CommandGroup {
  readonly names: readonly string[];
  readonly load: () => Promise<(adder: CommandAdder) => void>;
}

/** In the order of the help. */
const groups: readonly CommandGroup[] = [
  {
    names: ['run', 'find', 'archive', 'render', 'embed', 'refresh'],
    load: async () => (await import('./program/main-commands.ts')).addMainCommands,
  },
  {
    names: ['list', 'show', 'history', 'diff'],
    load: async () => (await import('./program/look-commands.ts')).addLookCommands,
  },
  {
    names: ['verify', 'checkpoint', 'repair', 'compare', 'attest', 'forget', 'gc', 'reindex'],
    load: async () => (await import('./program/keep-commands.ts')).addKeepCommands,
  },
  {
    names: ['export', 'import'],
    load: async () => (await import('./program/exchange-commands.ts')).addExchangeCommands,
  },
  {
    names: ['check', 'doctor'],
    load: async () => (await import('./program/check-commands.ts')).addCheckCommands,
  },
];

/**
 * The command line: names, arguments, options and their help stand in `program/`, by what they are for. What a command does
 * is in `commands/`, loaded when it is called, so that a quick one stays quick.
 *
 * @param onEnd Gets the exit code of the command that ran.
 * @param name What may be the name of a command: if it is, those of other groups are left out, for to add them takes longer
 * than many a command does.
 */
export async function buildProgram(
  io: Io,
  onEnd: (code: ExitCode) => void,
  name: string | undefined,
): Promise<Command> {
  const program = new Command('embalm')
    .description('Preserve the posts that pages embed: find, capture, keep, render.')
    .version(version)
    .showHelpAfterError('Run `embalm --help` for examples.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.line(text.trimEnd()),
      writeErr: (text) => io.err.line(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error: /, 'embalm: ')),
    })
    .addHelpText('after', examples)
    .hook('preAction', (_, command) => rejectEmptyOptions(command));
  const adder = createCommandAdder(program, io, onEnd);
  const asked = groups.filter(({ names }) => name !== undefined && names.includes(name));
  for (const { load } of asked.length > 0 ? asked : groups) (await load())(adder);
  addHelpCommand(program, adder);
  return program;
}

const examples = `
Examples:
  $ embalm article.txt                            find, capture, render: makes out/article.html
  $ embalm https://news.example/a.html            a page of the web, and the posts in it: makes out/a.html
  $ embalm https://x.com/jack/status/20           one post: makes out/x-20.html
  $ embalm run news/ -o public --archive posts    a folder of articles, an archive of your choice
  $ embalm find article.txt                       a table on a terminal, JSON Lines in a pipe
  $ cat article.txt | embalm find - | jq .post
  $ embalm archive https://x.com/jack/status/20
  $ embalm render article.txt -o out              again, from the archive only
  $ embalm render public --in-place               every page of a built site; again, only what changed
  $ embalm verify && embalm list
  $ embalm list --author nasa --since 2022-03-01 --search 'space station'
  $ embalm refresh --due --max-time 20m           what is due, as a timer would; --watch stays
  $ embalm history x:20 && embalm diff x:20       what became of a post, and what changed
  $ embalm export --wacz nasa.wacz --author NASA  one file, for ReplayWeb.page
  $ embalm export --ocfl repository               a storage root; again, only what is new
  $ embalm import old.warc.gz nasa.wacz           posts that others captured
  $ embalm check out/*.html                       would these pages load or run anything?
  $ embalm doctor                                 what this machine has and lacks

Exit codes:
  0 done · 1 some posts could not be captured (archive, refresh; run with --strict); check, compare or diff found something
  2 usage · 3 the archive is damaged · 4 no browser, no disk, read-only · 70 a defect of embalm itself · 130 interrupted`;

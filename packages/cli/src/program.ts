import { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { addCheckCommands } from './program/check-commands.ts';
import { createCommandAdder } from './program/command-adder.ts';
import { addExchangeCommands } from './program/exchange-commands.ts';
import { addKeepCommands } from './program/keep-commands.ts';
import { addLookCommands } from './program/look-commands.ts';
import { addMainCommands } from './program/main-commands.ts';
import { version } from './version.ts';

/**
 * The command line: names, arguments, options and their help stand in `program/`, by what they are for. What a command does
 * is in `commands/`, loaded when it is called, so that a quick one stays quick.
 *
 * @param onEnd Gets the exit code of the command that ran.
 */
export function buildProgram(io: Io, onEnd: (code: ExitCode) => void): Command {
  const program = new Command('embalm')
    .description('Preserve the posts that pages embed: find, capture, keep, render.')
    .version(version)
    .showHelpAfterError('Run `embalm --help` for examples.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.line(text.trimEnd()),
      writeErr: (text) => io.err.line(text.trimEnd()),
    })
    .addHelpText('after', examples);
  const adder = createCommandAdder(program, io, onEnd);
  addMainCommands(adder);
  addLookCommands(adder);
  addKeepCommands(adder);
  addExchangeCommands(adder);
  addCheckCommands(adder);
  adder.group('Help');
  return program.helpCommand('help [command]', 'the arguments and options of a command');
}

const examples = `
Examples:
  $ embalm article.txt                         find, capture, render: makes out/article.html
  $ embalm https://news.example/a.html          a page of the web, and the posts in it: makes out/a.html
  $ embalm https://x.com/jack/status/20         one post: makes out/x-20.html
  $ embalm run news/ -o public --archive posts a folder of articles, an archive of your choice
  $ embalm find article.txt                    a table on a terminal, JSON Lines in a pipe
  $ cat article.txt | embalm find - | jq .post
  $ embalm archive https://x.com/jack/status/20
  $ embalm render article.txt -o out           again, from the archive only
  $ embalm render public --in-place            every page of a built site; again, only what changed
  $ embalm verify && embalm list
  $ embalm list --author nasa --since 2022-03-01 --search 'space station'
  $ embalm refresh --due --max-time 20m        what is due, as a timer would; --watch stays
  $ embalm history x:20 && embalm diff x:20    what became of a post, and what changed
  $ embalm export --wacz nasa.wacz --author NASA  one file, for ReplayWeb.page
  $ embalm export --ocfl repository              a storage root; again, only what is new
  $ embalm import old.warc.gz nasa.wacz          posts that others captured
  $ embalm check out/*.html                    would these pages load or run anything?
  $ embalm doctor                              what this machine has and lacks

Exit codes:
  0 done · 1 some posts could not be captured (archive, refresh; run with --strict); check or diff found something
  2 usage · 3 the archive is damaged · 4 no browser, no disk, read-only · 130 interrupted`;

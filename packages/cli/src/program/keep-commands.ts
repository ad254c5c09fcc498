import { Option } from 'commander';
import { parseDuration } from '../options/parse-duration.ts';
import { parseMoment } from '../options/parse-moment.ts';
import { parseNonce } from '../options/parse-nonce.ts';
import { parseSample } from '../options/parse-sample.ts';
import { archiveOption, outputOptions, proxyOptions } from '../options/shared-options.ts';
import { keyOption } from '../options/signing-key.ts';
import { tsaCaOption, tsaOption } from '../options/timestamp-options.ts';
import { postHelp } from './argument-help.ts';
import type { CommandAdder } from './command-adder.ts';

/** That an archive stays what it was, and that this can be shown. */
export function addKeepCommands({ add, end, io, group }: CommandAdder): void {
  group('Keep');

  add('verify', 'read every byte of the archive and check every digest and chain', [archiveOption, ...outputOptions])
    .addOption(
      new Option('--sample <part>', 'read a part: 5% begins anywhere, 3/20 is the third of twenty').argParser((text) =>
        parseSample(text, Math.random),
      ),
    )
    .addOption(new Option('--since <date>', 'read only files written since this day or instant').argParser(parseMoment))
    .addOption(
      new Option('--max-duration <time>', 'stop after this long, as in 90s, 30m or 2h').argParser(parseDuration),
    )
    .option('--public-key <file>', 'checkpoints must be signed with this key (PEM)')
    .option('--checkpoint <file>', 'the archive must still have this checkpoint, which was kept elsewhere')
    .addOption(tsaCaOption)
    .action((options) => end(import('../commands/verify.ts').then(({ verify }) => verify(options, io))));

  add('checkpoint', 'sign what the archive holds now, so that dropping or rewriting any of it shows', [
    archiveOption,
    keyOption,
    tsaOption,
    ...proxyOptions,
    ...outputOptions,
  ])
    .option('--public-key', 'print the public key instead, for `embalm verify --public-key`')
    .action((options) => end(import('../commands/checkpoint.ts').then(({ checkpoint }) => checkpoint(options, io))));

  add('repair', 'put back what is damaged or gone from a copy of the archive, and verify again', [
    archiveOption,
    ...outputOptions,
  ])
    .requiredOption('--from <dir>', 'the copy: another archive that has what this one lost')
    .action((options) => end(import('../commands/repair.ts').then(({ repair }) => repair(options, io))));

  add('compare <other>', 'read every byte of two archives and name the files in which they differ', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<other>', 'the folder of another archive, or a file from `embalm attest` on another machine')
    .addOption(new Option('--nonce <hex>', 'the nonce that `embalm attest` was given').argParser(parseNonce))
    .action((other, options) =>
      end(import('../commands/compare.ts').then(({ compare }) => compare(other, options, io))),
    );

  add('attest', 'answer a nonce with a hash of every file, for `embalm compare` on another machine', [archiveOption])
    .addOption(
      new Option('--nonce <hex>', 'chosen by who asks, anew each time, as by `openssl rand -hex 32`')
        .argParser(parseNonce)
        .makeOptionMandatory(),
    )
    .action((options) => end(import('../commands/attest.ts').then(({ attest }) => attest(options, io))));

  add('forget <post>', 'erase a post for good, on request; later captures of it are refused', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<post>', postHelp)
    .requiredOption('--why <text>', 'why; it stays in the ledger')
    .option('--by <who>', 'who asked or decided; it stays in the ledger')
    .action((post, options) => end(import('../commands/forget.ts').then(({ forget }) => forget(post, options, io))));

  add('gc', 'remove bytes that no record names, and that have lain for a while', [archiveOption, ...outputOptions])
    .addOption(new Option('--grace <time>', 'for how long').argParser(parseDuration).default(604_800_000, '7d'))
    .option('--dry-run', 'remove nothing, only tell')
    .action((options) => end(import('../commands/gc.ts').then(({ gc }) => gc(options, io))));

  add('reindex', 'make the index anew from the records', [archiveOption, ...outputOptions]).action((options) =>
    end(import('../commands/reindex.ts').then(({ reindex }) => reindex(options, io))),
  );
}

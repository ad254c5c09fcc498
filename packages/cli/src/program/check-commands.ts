import { archiveOption, offlineOption, outputOptions, proxyOptions } from '../options/shared-options.ts';
import type { CommandAdder } from './command-adder.ts';

/** Whether pages are harmless, and what this machine has. */
export function addCheckCommands({ add, end, io, group }: CommandAdder): void {
  group('Check');

  add('check <html...>', 'fail if a page would run a script, load anything from elsewhere, or leak', outputOptions)
    .argument('<html...>', 'HTML files, folders, globs, or - for standard input')
    .option('--fix', 'take out what can be taken out, in place')
    .option('--self-contained', 'also count what a page loads from its own site')
    .action((inputs, options) => end(import('../commands/check.ts').then(({ check }) => check(inputs, options, io))));

  add('doctor', 'check what this machine has: browser, fonts, disk, proxy, network', [
    archiveOption,
    offlineOption,
    ...proxyOptions,
    ...outputOptions,
  ])
    .option('--install', 'install a browser and fonts if there are none, and do nothing else')
    .action((options) => end(import('../commands/doctor.ts').then(({ doctor }) => doctor(options, io))));
}

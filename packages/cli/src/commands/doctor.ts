import { installBrowser } from '@embalm/archiver';
import { type Check } from '../doctor/check.ts';
import { checkBrowser } from '../doctor/check-browser.ts';
import { checkDisk } from '../doctor/check-disk.ts';
import { checkFonts } from '../doctor/check-fonts.ts';
import { checkNetwork } from '../doctor/check-network.ts';
import { checkNode } from '../doctor/check-node.ts';
import { checkProxy } from '../doctor/check-proxy.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions, ProxyOptions } from '../options/shared-options.ts';
import { readProxySettings } from '../options/read-proxy-settings.ts';

interface DoctorOptions extends ArchiveOptions, ProxyOptions, OutputOptions {
  readonly offline?: boolean;
  readonly install?: boolean;
}

/** `embalm doctor`: say what works on this machine and what to do about the rest; with `--install`, do it. */
export async function doctor(options: DoctorOptions, io: Io): Promise<ExitCode> {
  if (options.install === true) return install(options, io);
  const way = await readProxySettings(options);
  const others = await Promise.all([
    checkBrowser(),
    checkFonts(),
    checkDisk(options.archive),
    checkProxy(way.proxy),
    ...(options.offline === true ? [] : [checkNetwork(way, io.signal)]),
  ]);
  const checks = [checkNode(), ...others];
  const asText = io.out.isTerminal && options.json !== true;
  for (const check of checks) {
    if (options.quiet === true && check.result === 'ok') continue;
    for (const line of asText ? describe(check) : [JSON.stringify(check)]) io.out.line(line);
  }
  return checks.some(({ result }) => result === 'failure') ? exitCodes.environment : exitCodes.done;
}

async function install({ quiet }: DoctorOptions, { err, signal }: Io): Promise<ExitCode> {
  const onLine = (line: string): void => (quiet === true ? undefined : err.line(line));
  const { executable } = await installBrowser({ onLine, signal });
  onLine(`The browser is ${executable}.`);
  return exitCodes.done;
}

const marks = { ok: 'ok      ', warning: 'warning ', failure: 'FAILURE ' } as const;

function* describe({ name, result, detail, remedy }: Check): Generator<string> {
  yield `${marks[result]} ${name.padEnd(8)} ${detail}`;
  if (remedy !== null) yield `                  → ${remedy}`;
}

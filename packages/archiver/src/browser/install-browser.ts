import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowsers, type FoundBrowser } from './find-browser.ts';
import { type InstallStep, planInstall } from './install-steps.ts';
import { isExecutable } from './list-system-browsers.ts';
import { NoBrowserError } from './no-browser-error.ts';
import { type Command, runCommand, type RunOptions } from './run-command.ts';

/** How a browser is installed. */
export interface InstallBrowserOptions {
  /** Called with each line to show: what is done, and what the installers print. */
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
  /** Default: this process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly find?: () => Promise<readonly FoundBrowser[]>;
  readonly plan?: () => Promise<readonly InstallStep[]>;
  readonly run?: (command: Command, options: RunOptions) => Promise<string | null>;
}

const byHand =
  'Install one by hand (on Debian, as root: `apt-get install chromium-headless-shell`), ' +
  'or set EMBALM_CHROMIUM to the path of a Chromium, Chrome or Edge.';

/** For one step, in ms: a hundred megabytes over a slow line. */
const stepTimeoutMs = 600_000;

/** For a browser to say its version, in ms. */
const versionTimeoutMs = 20_000;

/**
 * See to it that there is a browser that starts: if there is none, Playwright's headless Chromium is downloaded, or
 * else, for root, the distribution's package is installed.
 *
 * @throws {NoBrowserError} If nothing helped; it says of each attempt why not.
 * @throws The signal's reason, if it aborts.
 */
export async function installBrowser(options: InstallBrowserOptions): Promise<FoundBrowser> {
  const {
    onLine,
    signal,
    env = process.env,
    find = findBrowsers,
    plan = planForThisMachine,
    run = runCommand,
  } = options;
  const attempts: string[] = [];

  const present = await findStarting();
  if (present !== null) return present;
  for (const { title, skip, before, command, after } of await plan()) {
    const failure = skip ?? (await attempt(title, before, command));
    const installed = failure === null ? await findStarting() : null;
    if (installed !== null) {
      if (after !== null) await show(after);
      return installed;
    }
    attempts.push(`${title}: ${failure ?? 'done, but the browser does not start'}`);
  }
  throw new NoBrowserError('No browser could be installed.', attempts, byHand);

  async function attempt(title: string, before: Command | null, command: Command): Promise<string | null> {
    onLine(`No browser yet; trying to ${title}`);
    if (before !== null) await show(before);
    return show(command);
  }

  function show(command: Command): Promise<string | null> {
    return run(command, { onLine, signal, timeoutMs: stepTimeoutMs });
  }

  /** None is what can be helped; a wrong name in the environment is not. */
  async function findOrNone(): Promise<readonly FoundBrowser[]> {
    try {
      return await find();
    } catch (error) {
      if (env['EMBALM_CHROMIUM']) throw error;
      return [];
    }
  }

  /** A program that is there may still lack the libraries it needs. */
  async function findStarting(): Promise<FoundBrowser | null> {
    for (const browser of await findOrNone()) {
      const command = { program: browser.executable, args: ['--version'] };
      // On Windows a browser that is asked for its version opens a window.
      if (process.platform === 'win32') return browser;
      const failure = await run(command, { onLine: () => {}, signal, timeoutMs: versionTimeoutMs });
      if (failure === null) return browser;
      const line = `${browser.executable} does not start: ${failure}`;
      if (!attempts.includes(line)) attempts.push(line);
    }
    return null;
  }
}

async function planForThisMachine(): Promise<readonly InstallStep[]> {
  const manifest = createRequire(import.meta.url).resolve('playwright/package.json');
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const managers = await Promise.all(
    ['apt-get', 'dnf', 'apk'].map(async (program) => {
      const here = await Promise.all(folders.map((folder) => isExecutable(path.join(folder, program))));
      return here.includes(true) ? program : null;
    }),
  );
  return planInstall({
    isRoot: process.getuid?.() === 0,
    has: (program) => managers.includes(program),
    env: process.env,
    node: process.execPath,
    playwrightCli: path.join(path.dirname(manifest), 'cli.js'),
  });
}

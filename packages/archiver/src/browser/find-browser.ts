import { listPlaywrightBrowsers } from './list-playwright-browsers.ts';
import { isExecutable, listSystemBrowsers, systemBrowserNames, type Machine } from './list-system-browsers.ts';
import { NoBrowserError } from './no-browser-error.ts';

/** A browser on this machine. */
export interface FoundBrowser {
  /** The path of its program. */
  readonly executable: string;
  /** Where it was found: named by `EMBALM_CHROMIUM`, among Playwright's own, or installed on the system. */
  readonly foundBy: 'environment' | 'playwright' | 'system';
}

/** Where to look; by default on this machine. */
export interface FindBrowserOptions {
  readonly machine?: Machine;
  /** Where Playwright keeps its Chromium, whether it is there or not. Default: Playwright is asked. */
  readonly playwrightChromium?: () => Promise<string>;
}

/**
 * Find the browsers that can be used, best first: the one `EMBALM_CHROMIUM` names and no other, if it is set;
 * else Playwright's own, then those of the system. Programs are looked for, not started.
 *
 * @throws {NoBrowserError} If there is none; it says where it was looked for and how to get one.
 */
export async function findBrowsers(
  options: FindBrowserOptions = {},
): Promise<readonly [FoundBrowser, ...(readonly FoundBrowser[])]> {
  const { machine = process, playwrightChromium = askPlaywright } = options;
  const named = machine.env['EMBALM_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (await isExecutable(named)) return [{ executable: named, foundBy: 'environment' }];
    throw new NoBrowserError('The browser that EMBALM_CHROMIUM names cannot be used.', [`${named}: no such program`]);
  }
  const playwrightPath = await playwrightChromium();
  const [own, system] = await Promise.all([listPlaywrightBrowsers(playwrightPath), listSystemBrowsers(machine)]);
  const [best, ...others] = [
    ...own.map((executable): FoundBrowser => ({ executable, foundBy: 'playwright' })),
    ...system.map((executable): FoundBrowser => ({ executable, foundBy: 'system' })),
  ];
  if (best !== undefined) return [best, ...others];
  throw new NoBrowserError('No browser was found.', [
    `Playwright's own, as in ${playwrightPath}: not there`,
    `on the system (${systemBrowserNames(machine.platform).join(', ')}): none of them`,
  ]);
}

/**
 * Find the best browser of {@link findBrowsers}.
 *
 * @throws {NoBrowserError} If there is none.
 */
export async function findBrowser(options: FindBrowserOptions = {}): Promise<FoundBrowser> {
  const [best] = await findBrowsers(options);
  return best;
}

/** Playwright takes a quarter of a second to load: only those who look for a browser wait for it. */
async function askPlaywright(): Promise<string> {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

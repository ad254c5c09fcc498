import { describe, expect, test } from 'vitest';
import type { FoundBrowser } from './find-browser.ts';
import { installBrowser } from './install-browser.ts';
import { planInstall } from './install-steps.ts';
import { NoBrowserError } from './no-browser-error.ts';
import type { Command } from './run-command.ts';

const shell: FoundBrowser = { executable: '/usr/bin/chromium-headless-shell', foundBy: 'system' };
const broken: FoundBrowser = { executable: '/pw/chrome-headless-shell', foundBy: 'playwright' };

/** A machine on which commands do what a test says; nothing is run. */
function machine(results: Readonly<Record<string, string | null>>, installed: FoundBrowser[] = []) {
  const ran: string[] = [];
  const shown: string[] = [];
  return {
    ran,
    shown,
    options: {
      onLine: (line: string) => void shown.push(line),
      signal: new AbortController().signal,
      env: {},
      find: async () => {
        if (installed.length === 0) throw new NoBrowserError('No browser was found.', []);
        return installed;
      },
      plan: async () =>
        planInstall({
          isRoot: true,
          has: (program: string) => program === 'apt-get',
          env: {},
          node: 'node',
          playwrightCli: 'cli.js',
        }),
      run: async ({ program, args }: Command) => {
        const last = args.at(-1) ?? '';
        ran.push(`${program} ${last}`);
        const result = results[`${program} ${last}`] ?? null;
        if (program === 'node' && result === null) installed.push(broken);
        if (last === 'chromium-headless-shell' && program === 'apt-get' && result === null) installed.push(shell);
        return result;
      },
    },
  };
}

describe('installBrowser', () => {
  test('installs nothing where a browser starts', async () => {
    const { options, ran, shown } = machine({}, [shell]);
    expect(await installBrowser(options)).toBe(shell);
    expect(ran).toEqual(['/usr/bin/chromium-headless-shell --version']);
    expect(shown).toEqual([]);
  });

  test('goes on to the package where the download fails, and adds fonts', async () => {
    const { options, ran, shown } = machine({ 'node chromium-headless-shell': 'it ended with code 1 (ENOTFOUND)' });
    expect(await installBrowser(options)).toBe(shell);
    expect(ran).toEqual([
      'node chromium-headless-shell',
      'apt-get update',
      'apt-get chromium-headless-shell',
      '/usr/bin/chromium-headless-shell --version',
      'apt-get fonts-noto-color-emoji',
    ]);
    expect(shown).toEqual([
      "No browser yet; trying to download Playwright's headless Chromium",
      'No browser yet; trying to install the package chromium-headless-shell with apt-get',
    ]);
  });

  test('goes on to the package where the downloaded browser lacks a library', async () => {
    const { options } = machine({ '/pw/chrome-headless-shell --version': 'it ended with code 127 (no libnss3.so)' });
    expect(await installBrowser(options)).toBe(shell);
  });

  test('installs nothing where EMBALM_CHROMIUM names a browser in vain', async () => {
    const { options, ran } = machine({});
    const named = { ...options, env: { EMBALM_CHROMIUM: '/no/such' } };
    await expect(installBrowser(named)).rejects.toThrow('No browser was found.');
    expect(ran).toEqual([]);
  });

  test('says of each attempt why it failed, and what to do', async () => {
    const { options } = machine({
      'node chromium-headless-shell': 'it ended with code 1 (ENOTFOUND)',
      'apt-get chromium-headless-shell': 'it ended with code 100 (Unable to locate package)',
      'apt-get chromium': 'it ended with code 100 (Unable to locate package)',
    });
    await expect(installBrowser(options)).rejects.toThrow(
      [
        'No browser could be installed.',
        "  - download Playwright's headless Chromium: it ended with code 1 (ENOTFOUND)",
        '  - install the package chromium-headless-shell with apt-get: it ended with code 100 (Unable to locate package)',
        '  - install the package chromium with apt-get: it ended with code 100 (Unable to locate package)',
        'Install one by hand (on Debian, as root: `apt-get install chromium-headless-shell`), or set EMBALM_CHROMIUM to the path of a Chromium, Chrome or Edge.',
      ].join('\n'),
    );
  });
});

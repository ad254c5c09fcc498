import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, findBrowsers } from './find-browser.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'embalm-find-browser-'));
});
afterEach(() => rm(root, { recursive: true }));

const chromiumPath = 'pw/chromium-1255/chrome-linux64/chrome';
const shellPath = 'pw/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell';

async function putProgram(name: string, mode = 0o755): Promise<string> {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '#!/bin/sh\n');
  await chmod(file, mode);
  return file;
}

const options = (env: Record<string, string> = {}, platform: NodeJS.Platform = 'linux') => ({
  machine: { platform, env: { PATH: `${root}/a:relative:${root}/b`, ...env } },
  playwrightChromium: async () => path.join(root, chromiumPath),
});

describe('findBrowsers', () => {
  test("lists Playwright's headless shell, its Chromium, then the system's, the headless shell first", async () => {
    const system = [await putProgram('b/chromium-headless-shell'), await putProgram('a/google-chrome')];
    const own = [await putProgram(shellPath), await putProgram(chromiumPath)];
    expect(await findBrowsers(options())).toEqual([
      ...own.map((executable) => ({ executable, foundBy: 'playwright' })),
      ...system.map((executable) => ({ executable, foundBy: 'system' })),
    ]);
  });

  test('takes the browser that EMBALM_CHROMIUM names before all others', async () => {
    await putProgram('a/chromium');
    const executable = await putProgram('mine');
    expect(await findBrowser(options({ EMBALM_CHROMIUM: executable }))).toEqual({ executable, foundBy: 'environment' });
  });

  test('takes no other browser in place of one that EMBALM_CHROMIUM names in vain', async () => {
    await putProgram('a/chromium');
    await expect(findBrowsers(options({ EMBALM_CHROMIUM: '/no/such' }))).rejects.toThrow(
      [
        'The browser that EMBALM_CHROMIUM names cannot be used.',
        '  - /no/such: no such program',
        'Run `embalm doctor --install` to install one, or set EMBALM_CHROMIUM to the path of a Chromium, Chrome or Edge.',
      ].join('\n'),
    );
  });

  test('passes over what is no program', async () => {
    await putProgram('a/chromium', 0o644);
    await mkdir(path.join(root, 'b/chromium'), { recursive: true });
    const executable = await putProgram('b/microsoft-edge');
    expect(await findBrowsers(options())).toEqual([{ executable, foundBy: 'system' }]);
  });

  test('looks in the well-known places of macOS', async () => {
    const mac = await putProgram('Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect((await findBrowser(options({ HOME: root }, 'darwin'))).executable).toBe(mac);
  });

  test('says what it looked for, and how to get one', async () => {
    await expect(findBrowsers(options())).rejects.toThrow(
      [
        'No browser was found.',
        `  - Playwright's own, as in ${path.join(root, chromiumPath)}: not there`,
        '  - on the system (chromium-headless-shell, chromium, chromium-browser, google-chrome, google-chrome-stable, microsoft-edge): none of them',
        'Run `embalm doctor --install` to install one, or set EMBALM_CHROMIUM to the path of a Chromium, Chrome or Edge.',
      ].join('\n'),
    );
  });
});

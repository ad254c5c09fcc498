import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isExecutable } from './list-system-browsers.ts';

/** In Playwright's folder of browsers, the folder of one revision of Chromium, with its separators. */
const revisionFolder = /[\\/]chromium-(\d{1,9})[\\/]/;

/**
 * The browsers Playwright has installed, best first: its headless shell, then its Chromium.
 *
 * Playwright tells only the path of Chromium. The headless shell of the same revision lies beside it, as in
 * `chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell`.
 *
 * @param chromium What Playwright's `chromium.executablePath()` says; nothing need be there.
 */
export async function listPlaywrightBrowsers(chromium: string): Promise<readonly string[]> {
  const candidates = [...(await headlessShells(chromium)), chromium];
  const usable = await Promise.all(candidates.map(isExecutable));
  return candidates.filter((_, index) => usable[index]);
}

async function headlessShells(chromium: string): Promise<readonly string[]> {
  const match = revisionFolder.exec(chromium);
  if (match === null) return [];
  const folder = path.join(chromium.slice(0, match.index), `chromium_headless_shell-${match[1]}`);
  const builds = await readdir(folder).catch(() => []);
  return builds
    .filter((build) => build.startsWith('chrome-headless-shell-'))
    .sort()
    .map((build) => {
      const program = build.includes('-win') ? 'chrome-headless-shell.exe' : 'chrome-headless-shell';
      return path.join(folder, build, program);
    });
}

import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';

/** What is to be known of a machine to look for programs on it. `process` is one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Names of programs on PATH, best first: the headless shell starts fastest and needs no desktop's libraries. */
const programs = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsApplications = [
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** The Chromium-like browsers installed on the system, best first, without repeats. */
export async function listSystemBrowsers(machine: Machine): Promise<readonly string[]> {
  const candidates = [...new Set([...onPath(machine), ...wellKnown(machine)])];
  const usable = await Promise.all(candidates.map(isExecutable));
  return candidates.filter((_, index) => usable[index]);
}

/** What {@link listSystemBrowsers} looks for on a platform, for people to read. */
export function systemBrowserNames(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin')
    return [...programs, ...macApplications.map((application) => application.split('/')[0] ?? '')];
  if (platform === 'win32') return windowsApplications;
  return programs;
}

/** Whether there is a program at a path that this process may run. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function onPath({ platform, env }: Machine): readonly string[] {
  if (platform === 'win32') return [];
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => path.posix.isAbsolute(folder));
  return programs.flatMap((program) => folders.map((folder) => path.posix.join(folder, program)));
}

function wellKnown({ platform, env }: Machine): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [path.posix.join(env['HOME'], 'Applications')] : [])];
    return macApplications.flatMap((application) => folders.map((folder) => path.posix.join(folder, application)));
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder);
    return windowsApplications.flatMap((application) =>
      folders.map((folder) => path.win32.join(folder ?? '', application)),
    );
  }
  return [];
}

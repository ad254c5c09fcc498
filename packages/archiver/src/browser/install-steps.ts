import type { Command } from './run-command.ts';

/** One way to get a browser. */
export interface InstallStep {
  /** What it does, as in `download Playwright's headless Chromium`. */
  readonly title: string;
  /** Why it is not for this machine, or `null` if it is. */
  readonly skip: string | null;
  /** Run first; it may fail. */
  readonly before: Command | null;
  readonly command: Command;
  /** Run when there is a browser; it may fail. */
  readonly after: Command | null;
}

/** What the choice of steps depends on. */
export interface InstallMachine {
  readonly isRoot: boolean;
  /** Whether a program is on PATH. */
  readonly has: (program: string) => boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Node's own path, to run Playwright's installer with. */
  readonly node: string;
  /** The path of Playwright's `cli.js`. */
  readonly playwrightCli: string;
}

/** Ways to get a browser, in the order in which they are tried. */
export function planInstall(machine: InstallMachine): readonly InstallStep[] {
  return [playwrightStep(machine), ...distributionSteps(machine)];
}

function playwrightStep({ env, node, playwrightCli }: InstallMachine): InstallStep {
  return {
    title: "download Playwright's headless Chromium",
    skip: env['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD'] ? 'PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD is set' : null,
    before: null,
    command: {
      program: node,
      args: [playwrightCli, 'install', 'chromium-headless-shell'],
      // Without a network it tries several hosts several times; 30 s each time would be long.
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: env['PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT'] ?? '8000' },
    },
    after: null,
  };
}

/** How a distribution installs packages. */
interface Distribution {
  readonly manager: string;
  /** Refreshes the lists of packages, or `null` if installing does. */
  readonly refresh: readonly string[] | null;
  readonly install: readonly string[];
  /** Packages with a browser, the smallest first. */
  readonly browsers: readonly string[];
  /** Glyphs that pictures of posts need and small systems lack: Chinese, Japanese, Korean, emoji. */
  readonly fonts: readonly string[];
}

/** Without a network apt would try each mirror for minutes. */
const aptGet = ['-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::Retries=1'];

const distributions: readonly Distribution[] = [
  {
    manager: 'apt-get',
    refresh: [...aptGet, 'update'],
    install: [...aptGet, 'install', '-y', '--no-install-recommends'],
    browsers: ['chromium-headless-shell', 'chromium'],
    fonts: ['fonts-noto-cjk', 'fonts-noto-color-emoji'],
  },
  {
    manager: 'dnf',
    refresh: null,
    install: ['install', '-y', '--setopt=install_weak_deps=False'],
    browsers: ['chromium'],
    fonts: ['google-noto-sans-cjk-fonts', 'google-noto-color-emoji-fonts'],
  },
  {
    manager: 'apk',
    refresh: null,
    install: ['add', '--no-cache'],
    browsers: ['chromium'],
    fonts: ['font-noto-cjk', 'font-noto-emoji'],
  },
];

function distributionSteps({ isRoot, has }: InstallMachine): readonly InstallStep[] {
  const distribution = distributions.find(({ manager }) => has(manager));
  if (distribution === undefined) return [];
  const { manager, refresh, install, browsers, fonts } = distribution;
  const toCommand = (args: readonly string[]): Command => ({
    program: manager,
    args,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  return browsers.map((name, index) => ({
    title: `install the package ${name} with ${manager}`,
    skip: isRoot ? null : 'only root may do that',
    before: refresh === null || index > 0 ? null : toCommand(refresh),
    command: toCommand([...install, name]),
    after: toCommand([...install, ...fonts]),
  }));
}

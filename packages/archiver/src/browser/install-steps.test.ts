import { describe, expect, test } from 'vitest';
import { type InstallMachine, planInstall } from './install-steps.ts';

const debianRoot: InstallMachine = {
  isRoot: true,
  has: (program) => program === 'apt-get',
  env: {},
  node: '/usr/bin/node',
  playwrightCli: '/m/playwright/cli.js',
};

const lines = (machine: InstallMachine) =>
  planInstall(machine).map(({ title, skip, before, command, after }) => ({
    title,
    skip,
    runs: [before, command, after].map((run) => run && [run.program, ...run.args].join(' ')),
  }));

const apt = 'apt-get -o Acquire::http::Timeout=10 -o Acquire::Retries=1';
const fonts = `${apt} install -y --no-install-recommends fonts-noto-cjk fonts-noto-color-emoji`;

describe('planInstall', () => {
  test("tries Playwright's download, then Debian's packages with fonts", () => {
    expect(lines(debianRoot)).toEqual([
      {
        title: "download Playwright's headless Chromium",
        skip: null,
        runs: [null, '/usr/bin/node /m/playwright/cli.js install chromium-headless-shell', null],
      },
      {
        title: 'install the package chromium-headless-shell with apt-get',
        skip: null,
        runs: [`${apt} update`, `${apt} install -y --no-install-recommends chromium-headless-shell`, fonts],
      },
      {
        title: 'install the package chromium with apt-get',
        skip: null,
        runs: [null, `${apt} install -y --no-install-recommends chromium`, fonts],
      },
    ]);
  });

  test('downloads nothing where PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD is set', () => {
    const [first] = planInstall({ ...debianRoot, env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } });
    expect(first?.skip).toBe('PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD is set');
  });

  test('leaves packages to root', () => {
    const skips = planInstall({ ...debianRoot, isRoot: false }).map(({ skip }) => skip);
    expect(skips).toEqual([null, 'only root may do that', 'only root may do that']);
  });

  test.each(['dnf', 'apk'])('knows %s', (manager) => {
    const steps = planInstall({ ...debianRoot, has: (program) => program === manager });
    expect(steps.map(({ command }) => command.program)).toEqual(['/usr/bin/node', manager]);
  });

  test('knows no packages where there is no package manager', () => {
    expect(planInstall({ ...debianRoot, has: () => false }).length).toBe(1);
  });
});

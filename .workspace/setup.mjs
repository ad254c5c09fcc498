// Makes a fresh clone ready: dependencies, Node 24, the build, a browser. Runs under any Node from 20 on, with npm and
// nothing else, and is quick when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldest = 20;
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pnpm = packageManager.split('+')[0];

if (Number(process.versions.node.split('.')[0]) < oldest) {
  stop(4, `embalm needs Node ${oldest} or newer to set itself up; this is ${process.versions.node}.`);
}

if (!isInstalled()) {
  step('dependencies', 'npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--loglevel=error'], {
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
}
step('build', 'tsc', ['-b', 'packages/cli']);
if (!process.argv.includes('--no-browser')) {
  // A missing browser is no reason to stop here: what needs one says so, and most of embalm needs none.
  step('browser', 'embalm', ['doctor', '--install', '--quiet'], { required: false });
}

/** Whether pnpm has installed just this lockfile: it keeps a copy of it, and notes last of all that it is done. */
function isInstalled() {
  const installed = join(root, 'node_modules/.pnpm/lock.yaml');
  const done = join(root, 'node_modules/.pnpm-workspace-state-v1.json');
  try {
    return (
      readFileSync(installed).equals(readFileSync(join(root, 'pnpm-lock.yaml'))) &&
      statSync(done).mtimeMs >= statSync(installed).mtimeMs
    );
  } catch {
    return false;
  }
}

/** Runs one step with the workspace's own programs first on PATH. */
function step(name, command, args, { required = true, env = {} } = {}) {
  const started = Date.now();
  process.stderr.write(`setup: ${name} …\n`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      ...env,
      CI: 'true',
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
    },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (status === 0) process.stderr.write(`setup: ${name} ready (${seconds} s)\n`);
  else if (required) stop(4, `setup: ${name} failed: ${error?.message ?? `${command} ended with ${status}`}.`);
  else process.stderr.write(`setup: ${name} is not ready; going on without it.\n`);
}

function stop(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

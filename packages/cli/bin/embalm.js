#!/usr/bin/env node
// Plain JavaScript for any Node from 20 on: hands over to Node 24, to the one that runs this or to the pinned one.
// Not by their names: some of them are newer than Node 20, which would refuse to start.
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 24;
const entry = new URL('../dist/main.js', import.meta.url);
const packages = new URL('../../', import.meta.url).href;

if (Number(process.versions.node.split('.')[0]) >= needed) {
  module.enableCompileCache();
  module.registerHooks({ resolve: findOwn });
  await import(entry.href);
} else {
  await runUnder(findPinnedNode());
}

/** Our own modules say where the others are: to look for each of them took half of what it takes to begin. */
function findOwn(name, context, next) {
  const { parentURL = '' } = context;
  const isOwn =
    /^\.\.?\/.*\.js$/.test(name) &&
    parentURL.startsWith(packages) &&
    !parentURL.includes('/node_modules/', packages.length);
  return isOwn ? { url: new URL(name, parentURL).href, format: 'module', shortCircuit: true } : next(name, context);
}

/** The `node` package of the workspace, or `null` outside of one. */
function findPinnedNode() {
  try {
    const manifest = module.createRequire(import.meta.url).resolve('node/package.json');
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return null;
  }
}

/** Runs the command there and ends as it ends; the terminal's signals reach both processes. */
async function runUnder(node) {
  if (node === null) return refuse();
  const { spawn } = await import('node:child_process');
  const child = spawn(node, [fileURLToPath(entry), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', refuse);
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function refuse() {
  process.stderr.write(
    `embalm needs Node ${needed} or newer; this is ${process.versions.node}. Install a newer Node, or run \`npm run setup\` in its workspace.\n`,
  );
  process.exitCode = 4;
}

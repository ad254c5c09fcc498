import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../packages/cli/', import.meta.url));
const { version } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8')) as { readonly version: string };
const older = findOlderNode();
if (older === null) console.warn('1 test skipped: there is no Node from 20 to 23 on PATH');

test.skipIf(older === null)('an older Node hands over to the one that is pinned', () => {
  const run = spawnSync(older ?? '', [join(cli, 'bin/embalm.js'), '--version'], { encoding: 'utf8' });
  expect(run).toMatchObject({ stdout: `${version}\n`, stderr: '', status: 0 });
});

function findOlderNode(): string | null {
  const candidates = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return candidates.find((path) => /^v2[0-3]\./.test(spawnSync(path, ['--version']).stdout?.toString() ?? '')) ?? null;
}

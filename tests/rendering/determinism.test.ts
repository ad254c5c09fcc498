import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('print-digests.ts', import.meta.url));

/** Other Nodes to try, as in `EMBALM_OTHER_NODES=/opt/node26/bin/node`; none need be there. */
const otherNodes = (process.env['EMBALM_OTHER_NODES'] ?? '').split(':').filter((path) => path !== '');

function print(node: string, env: Readonly<Record<string, string>>): readonly string[] {
  const { stdout, stderr, status } = spawnSync(node, ['--conditions=@embalm/source', program], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n');
}

const here = print(process.execPath, { TZ: 'UTC', LANG: 'C' });

test.each([
  [{ TZ: 'UTC', LANG: 'C' }],
  [{ TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' }],
  [{ TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'ar' }],
])('posts come out the same with %o', (env) => {
  expect(print(process.execPath, env)).toEqual(here);
  expect(here.length).toBeGreaterThan(300);
});

test.runIf(otherNodes.length > 0)('posts come out the same in other versions of Node', () => {
  for (const node of otherNodes) expect(print(node, { TZ: 'Asia/Tokyo' }), node).toEqual(here);
});

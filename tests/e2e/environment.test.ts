import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seedPosts } from '../replica/posts.ts';
import { startReplica } from '../replica/start-replica.ts';
import { runEmbalm } from '../support/run-embalm.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { networkOf, workFolder } from '../support/work-folder.ts';

test('a full disk is said, and nothing that was acknowledged is lost', async ({ skip }) => {
  await using disk = await mountSmallDisk(400 * 1024);
  if (disk === null) return skip();
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  const archive = join(disk.path, 'archive');
  const run = await folder.run(['run', 'iss.txt', '--archive', archive, '--spacing', '0'], replica);
  expect(run.code).toBe(4);
  expect(run.err).toContain('No room left on the disk');
  const verify = await folder.run(['verify', '--archive', archive]);
  expect(verify.code).toBe(0);
});

test('an archive on a read-only disk is looked at, rendered and verified, but not written', async ({ skip }) => {
  await using disk = await mountSmallDisk(64 * 1024 * 1024);
  if (disk === null) return skip();
  await using folder = await workFolder();
  const archive = ['--archive', join(disk.path, 'archive')];
  expect((await folder.run(['run', 'iss.txt', '--offline', ...archive])).code).toBe(0);
  disk.makeReadOnly();
  expect((await folder.run(['list', ...archive])).objects).toHaveLength(3);
  expect((await folder.run(['verify', ...archive])).code).toBe(0);
  expect((await folder.run(['render', 'iss.txt', '-o', 'again', ...archive])).code).toBe(0);
  await writeFile(join(folder.path, 'new.txt'), 'https://x.com/jack/status/20');
  const run = await folder.run(['run', 'iss.txt', '--offline', ...archive]);
  expect(run.code).toBe(4);
  expect(run.err).toMatch(/read-only/i);
});

test('without a browser, the command ends with 4 and says how to get one', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  const run = await runEmbalm(['run', 'iss.txt', ...networkOf(replica)], {
    cwd: folder.path,
    env: { EMBALM_CHROMIUM: '/nowhere/chromium' },
  });
  expect(run.code).toBe(4);
  expect(run.err).toContain('embalm doctor --install');
});

test('--no-browser captures without one', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  const run = await runEmbalm(['run', 'iss.txt', '--no-browser', '--spacing', '0', ...networkOf(replica)], {
    cwd: folder.path,
    env: { EMBALM_CHROMIUM: '/nowhere/chromium' },
  });
  expect(run.code).toBe(0);
  expect(run.objects.filter(({ outcome }) => outcome === 'captured')).toHaveLength(3);
});

test('SIGTERM stops a run cleanly, and the next one goes on', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  const slow = replica.fault({ host: 'pbs.twimg.com' }, { kind: 'slow', ms: 60_000 });
  const run = await runEmbalm(['run', 'iss.txt', ...networkOf(replica)], {
    cwd: folder.path,
    whileRunning: (child) => {
      const timer = setInterval(() => {
        if (!replica.requests.some(({ host }) => host === 'pbs.twimg.com')) return;
        clearInterval(timer);
        child.kill('SIGTERM');
      }, 20);
    },
  });
  expect(run.code).toBe(130);
  expect(run.err).toContain('SIGTERM');
  slow[Symbol.dispose]();
  expect((await folder.run(['verify'])).code).toBe(0);
  const next = await folder.run(['run', 'iss.txt', '--no-browser', '--spacing', '0'], replica);
  expect(next.objects.filter(({ outcome }) => outcome === 'captured' || outcome === 'archived')).toHaveLength(3);
});

test('a command that needs no browser loads no code for one', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), 'https://x.com/jack/status/20');
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context); } });`;
  const run = await runEmbalm(['find', 'a.txt'], {
    cwd: folder.path,
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` },
  });
  const loaded = run.err.split('\n').filter((line) => /^(?:file|node):/.test(line));
  expect(loaded.some((url) => url.endsWith('commands/find.js'))).toBe(true);
  expect(loaded.filter((url) => /playwright|sharp|undici|p-queue|keyv|cheerio|node:sqlite/.test(url))).toEqual([]);
});

test('standard input is an article too, and standard output a filter', async () => {
  await using folder = await temporaryFolder();
  const run = await runEmbalm(['find', '-'], { cwd: folder.path, stdin: 'See https://x.com/jack/status/20.' });
  expect(run.objects).toMatchObject([{ source: '-', kind: 'post-url', range: [4, 32], post: { id: '20' } }]);
});

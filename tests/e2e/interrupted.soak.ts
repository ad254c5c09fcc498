import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { seedPosts } from '../replica/posts.ts';
import { startReplica } from '../replica/start-replica.ts';
import { runEmbalm } from '../support/run-embalm.ts';
import { networkOf, workFolder } from '../support/work-folder.ts';

const moments = [50, 150, 300, 500, 700, 900, 1100, 1300, 1500, 1700, 2000, 2300, 2700, 3200, 4000];

test('ctrl-C at any time loses nothing that was kept, leaves nothing half-done, and the next run goes on', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  const codes: (number | null)[] = [];
  for (const ms of moments) {
    await using folder = await workFolder();
    const args = ['archive', 'iss.txt', '--spacing', '0', ...networkOf(replica)];
    const interrupted = await runEmbalm(args, {
      cwd: folder.path,
      whileRunning: (child) => void setTimeout(() => child.kill('SIGINT'), ms),
    });
    codes.push(interrupted.code);
    // Before it listens for signals, the signal itself ends it.
    expect([0, 130, null]).toContain(interrupted.code);
    const kept = interrupted.objects.filter(({ outcome }) => outcome === 'captured').length;
    if (interrupted.code !== null) expect(interrupted.err).not.toContain('a defect in embalm');
    const next = await runEmbalm(args, { cwd: folder.path });
    const archived = next.objects.filter(({ outcome }) => outcome === 'archived').length;
    expect([next.code, next.objects.length, archived >= kept]).toEqual([0, seedPosts.length, true]);
    expect((await folder.run(['verify'])).code).toBe(0);
  }
  console.log(`${moments.length} runs interrupted: ${codes.filter((code) => code === 130).length} under way`);
  expect(codes).toContain(130);
});

test('a browser that is killed under its captures harms none of them', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  let kills = 0;
  for (const ms of [100, 400, 800, 1500]) {
    await using folder = await workFolder();
    const args = ['archive', 'iss.txt', '--spacing', '0', ...networkOf(replica)];
    let pid: number | undefined;
    const run = await runEmbalm(args, {
      cwd: folder.path,
      whileRunning: (child) => void killFirstBrowser(child.pid ?? 0, ms).then((killed) => (pid = killed)),
    });
    if (pid !== undefined) kills += 1;
    expect(run.objects.map(({ outcome }) => outcome)).toEqual(Array(seedPosts.length).fill('captured'));
    expect([run.code, (await folder.run(['verify'])).code]).toEqual([0, 0]);
  }
  console.log(`${kills} browsers killed`);
  expect(kills).toBeGreaterThan(0);
});

/** Kills the first browser that a process starts, some time after it came. @returns Its id, if there was one. */
async function killFirstBrowser(parent: number, afterMs: number): Promise<number | undefined> {
  for (let looks = 0; looks < 600; looks += 1) {
    const [pid] = browsersOf(parent);
    if (pid !== undefined) {
      await wait(afterMs);
      return browsersOf(parent).includes(pid) && process.kill(pid, 'SIGKILL') ? pid : undefined;
    }
    await wait(50);
  }
  return undefined;
}

/** The browsers that a process has started itself. */
function browsersOf(parent: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => /chrom/.test(line));
  return lines.map((line) => Number.parseInt(line, 10));
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { samplePosts } from '../replica/posts.ts';
import { startReplica } from '../replica/start-replica.ts';

// The whole way without the internet: the unmodified command, and a replica of X's hosts behind --proxy.
const root = fileURLToPath(new URL('../..', import.meta.url));
const archive = 'out/demo/archive';

await rm(`${root}/out/demo`, { recursive: true, force: true });
await using replica = await startReplica({ posts: samplePosts });
console.log(`A replica of X's hosts listens on ${replica.proxyUrl}.`);

const network = ['--proxy', replica.proxyUrl, '--proxy-ca', replica.caFile];
const articles = ['seeds/iss.txt', 'tests/demo/light.txt'];
process.exitCode =
  (await embalm('find', ...articles)) ||
  (await embalm('run', ...articles, '-o', 'out/demo', '--archive', archive, ...network)) ||
  (await embalm('list', '--archive', archive)) ||
  (await embalm('verify', '--archive', archive));
console.log(
  `\nThe replica answered ${replica.requests.length} requests. The pages are out/demo/iss.html and light.html.`,
);

/** Runs the command as a user would, and says so. */
async function embalm(...args: readonly string[]): Promise<number> {
  console.log(`\n$ embalm ${args.join(' ')}`);
  const child = spawn(process.execPath, ['packages/cli/bin/embalm.js', ...args], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startLocalAuthority } from '../../packages/store/test/local-authority.ts';
import { startAuthorityProxy } from '../support/authority-proxy.ts';
import { workFolder } from '../support/work-folder.ts';

const [first, second, third] = ['x:~cV8TijLw8q', 'x:~fj2coK1xR1', 'x:~mvawyRmlMD'];

test('posts are listed by author, date, article and words, page by page', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline']);
  const list = async (...options: readonly string[]): Promise<readonly unknown[]> => {
    const { code, objects } = await folder.run(['list', ...options]);
    expect(code).toBe(0);
    return objects.map(({ post }) => post);
  };
  expect(await list()).toStrictEqual([first, second, third]);
  expect(await list('--author', '@ROSCOSMOS')).toStrictEqual([first, third]);
  expect(await list('--since', '2022-03-05', '--until', '2022-03-05')).toStrictEqual([second]);
  expect(await list('--until', '2022-03-04')).toStrictEqual([first, third]);
  expect(await list('--article', 'iss.txt')).toStrictEqual([first, second, third]);
  expect(await list('--search', 'iss nasa')).toStrictEqual([second]);
  expect(await list('--search', 'рогозин', '--limit', '1')).toHaveLength(1);
  expect(await list('--limit', '2', '--after', first)).toStrictEqual([second, third]);
  const wrong = await folder.run(['list', '--since', 'yesterday']);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('Expected a day such as 2022-03-05');
});

test('a part of an archive is verified, or as much as time allows, and the summary says how much', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline']);
  const { objects } = await folder.run(['verify', '--sample', '1/4']);
  expect(objects).toMatchObject([{ type: 'summary', problems: 0, covered: 0.25 }]);
  expect((await folder.run(['verify', '--max-duration', '1h'])).objects).toMatchObject([{ records: 3, covered: 1 }]);
  expect((await folder.run(['verify', '--since', '2999-01-01'])).objects).toMatchObject([{ records: 0 }]);
});

test('an archive is compared with a copy, here or by its answers to a nonce, and repaired from it', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline']);
  const copy = join(folder.path, 'copy');
  await cp(join(folder.path, 'archive'), copy, { recursive: true });
  expect((await folder.run(['compare', 'copy'])).objects).toMatchObject([{ type: 'summary', same: 3, different: 0 }]);

  const paths = await readdir(join(folder.path, 'archive/posts'), { recursive: true });
  const path = paths.find((name) => name.endsWith('/000001.json')) ?? '';
  await rm(join(folder.path, 'archive/posts', path));
  const differs = { type: 'difference', on: 'other', path: `posts/${path}` };
  const compared = await folder.run(['compare', 'copy']);
  expect(compared.code).toBe(1);
  expect(compared.objects).toMatchObject([differs, { same: 2, different: 1 }]);

  const nonce = '0123456789abcdef'.repeat(4);
  const { out } = await folder.run(['attest', '--archive', 'copy', '--nonce', nonce]);
  await writeFile(join(folder.path, 'answers.jsonl'), out);
  const remote = await folder.run(['compare', 'answers.jsonl', '--nonce', nonce]);
  expect(remote.objects).toMatchObject([differs, { same: 2, different: 1, nonce }]);
  expect((await folder.run(['compare', 'answers.jsonl'])).code).toBe(2);
  expect((await folder.run(['compare', 'answers.jsonl', '--nonce', 'ff'.repeat(32)])).objects).toMatchObject(
    Array.from({ length: 3 }, () => ({ type: 'difference' })).concat({ type: 'summary' }),
  );

  expect((await folder.run(['verify'])).code).toBe(3);
  const repaired = await folder.run(['repair', '--from', 'copy']);
  expect(repaired.code).toBe(0);
  expect(repaired.objects).toMatchObject([
    { type: 'repaired', path: differs.path },
    { repaired: 1, problems: 0 },
  ]);
  expect((await folder.run(['compare', 'copy'])).code).toBe(0);
  expect((await folder.run(['reindex'])).objects).toMatchObject([{ posts: 3, records: 3, damaged: 0 }]);
  expect((await folder.run(['repair', '--from', 'missing'])).code).toBe(2);
});

test('checkpoints show what was dropped, also to who kept one elsewhere', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline']);
  const key = ['--key', join(folder.path, 'key.pem')];
  const made = await folder.run(['checkpoint', ...key]);
  expect(made.objects).toMatchObject([{ type: 'checkpoint', path: 'checkpoints/000001.json', n: 1, size: 3 }]);
  expect((await folder.run(['checkpoint', ...key])).out).toBe(made.out);
  await writeFile(join(folder.path, 'key.pub'), (await folder.run(['checkpoint', '--public-key', ...key])).out);
  await cp(join(folder.path, 'archive/checkpoints/000001.json'), join(folder.path, 'kept.json'));
  const trusting = ['--public-key', 'key.pub', '--checkpoint', 'kept.json'];
  expect((await folder.run(['verify', ...trusting])).objects).toMatchObject([{ checkpoints: 1, problems: 0 }]);

  const posts = await readdir(join(folder.path, 'archive/posts'));
  await rm(join(folder.path, 'archive/posts', posts[0] ?? ''), { recursive: true });
  await rm(join(folder.path, 'archive/index.sqlite'));
  const dropped = await folder.run(['verify']);
  expect(dropped.code).toBe(3);
  expect(dropped.objects).toMatchObject([{ type: 'problem', code: 'record-missing' }, { problems: 1 }]);
  await rm(join(folder.path, 'archive/checkpoints'), { recursive: true });
  expect((await folder.run(['verify'])).code).toBe(0);
  expect((await folder.run(['verify', ...trusting])).objects).toMatchObject([{ code: 'checkpoint-missing' }, {}]);
  await folder.run(['checkpoint', '--key', join(folder.path, 'other.pem')]);
  expect((await folder.run(['verify', '--public-key', 'key.pub'])).objects).toMatchObject([
    { code: 'checkpoint-damaged', message: expect.stringContaining('signed by another key') },
    {},
  ]);
  expect((await folder.run(['verify', '--checkpoint', 'key.pub'])).code).toBe(2);
});

test('a checkpoint gets a time stamp from every authority that gives one, and stands without', async () => {
  await using authority = await startLocalAuthority();
  if (authority === null) return;
  await using folder = await workFolder();
  await using asked = await startAuthorityProxy({
    'http://time.example': authority.answer,
    'http://old.example': (query) => authority.answer(query, 'expired'),
    'http://gone.example': () => null,
  });
  await folder.run(['run', 'iss.txt', '--offline']);
  const sign = ['checkpoint', '--key', join(folder.path, 'key.pem'), '--proxy', asked.url];
  const tsas = ['time', 'old', 'gone'].flatMap((name) => ['--tsa', `http://${name}.example/tsr`]);
  const made = await folder.run([...sign, ...tsas]);
  expect(made.code).toBe(1);
  expect(made.objects).toMatchObject([
    { type: 'checkpoint', path: 'checkpoints/000001.json' },
    { type: 'timestamp', url: 'http://time.example/tsr', policy: '1.2.3.4.1', proves: 'signature' },
  ]);
  expect(made.err).toContain('http://old.example/tsr: No time stamp can be relied on: the certificate of who signed');
  expect(made.err).toContain('http://gone.example/tsr says 404');
  expect(asked.types).toStrictEqual(new Set(['application/timestamp-query']));
  const again = await folder.run([...sign, '--tsa', 'http://time.example/tsr']);
  expect([again.code, again.objects[1]]).toStrictEqual([0, made.objects[1]]);

  expect((await folder.run(['verify'])).objects).toMatchObject([
    { type: 'timestamp', proves: 'signature' },
    { checkpoints: 1, problems: 0 },
  ]);
  const trusting = await folder.run(['verify', '--tsa-ca', authority.rootFile]);
  expect(trusting.objects).toMatchObject([{ type: 'timestamp', proves: 'chain' }, { problems: 0 }]);
  expect((await folder.run(['verify', '--tsa-ca', 'iss.txt'])).code).toBe(2);
  // Without a proxy, the door lets nobody ask a machine of the own network.
  const inside = await folder.run([...sign.slice(0, 3), '--tsa', `${asked.url}/tsr`]);
  expect([inside.code, inside.err]).toStrictEqual([1, expect.stringContaining('not a public address')]);
  expect((await folder.run(['checkpoint', '--tsa', 'time.example'])).code).toBe(2);
});

test('a post is forgotten on request, and kept again only if that is said', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline']);
  expect((await folder.run(['forget', second])).code).toBe(2);
  const forgotten = await folder.run(['forget', second, '--why', 'the author asked', '--by', 'an editor']);
  expect(forgotten.objects).toMatchObject([{ type: 'forgotten', posts: [second], records: 1 }]);
  const run = await folder.run(['run', 'iss.txt', '--offline']);
  expect(run.objects).toContainEqual(
    expect.objectContaining({
      post: second,
      outcome: 'forgotten',
      reason: expect.stringContaining('the author asked'),
    }),
  );
  expect((await folder.run(['list'])).objects).toHaveLength(2);
  expect((await folder.run(['verify'])).objects).toMatchObject([{ posts: 2, problems: 0 }]);
  expect((await folder.run(['gc', '--grace', '1h'])).code).toBe(2);
  expect((await folder.run(['gc', '--dry-run'])).objects).toMatchObject([{ type: 'summary', blobs: 0 }]);
  await folder.run(['run', 'iss.txt', '--offline', '--again']);
  expect((await folder.run(['show', second])).objects).toMatchObject([{ post: second, n: 2 }]);
  expect((await folder.run(['verify'])).objects).toMatchObject([{ posts: 3, problems: 0 }]);
});

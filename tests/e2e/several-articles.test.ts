import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mira } from '../replica/accounts.ts';
import { startReplica } from '../replica/start-replica.ts';
import { idAt } from '../replica/world/status-url.ts';
import { workFolder } from '../support/work-folder.ts';

test('posts of several articles are captured side by side; pages come in the articles’ order', async () => {
  const ids = ['01', '02', '03', '04', '05'].map((day) => idAt(`2024-03-${day}T12:00:00.000Z`));
  await using replica = await startReplica({ posts: ids.map((id) => ({ id, author: mira, text: `Post ${id}.` })) });
  await using folder = await workFolder();
  const articles = ids.map((_, index) => `article-${index}.txt`);
  for (const [index, id] of ids.entries()) {
    await writeFile(join(folder.path, `article-${index}.txt`), `https://x.com/${mira.handle}/status/${id}`);
  }
  // The first is the slowest, and still the first to be told.
  replica.fault({ host: 'cdn.syndication.twimg.com' }, { kind: 'slow', ms: 400 });
  replica.fault({ host: 'cdn.syndication.twimg.com', query: { id: ids[0] ?? '' } }, { kind: 'slow', ms: 1200 });
  const args = ['run', ...articles, '--no-browser', '--concurrency', '4', '--spacing', '0'];
  const { code, objects } = await folder.run(args, replica);
  expect(code).toBe(0);
  expect(objects.filter(({ outcome }) => outcome === 'captured')).toHaveLength(ids.length);
  expect(objects.map(({ type, source }) => [type, source])).toEqual(
    articles.flatMap((article) => [
      ['post', article],
      ['page', article],
    ]),
  );
  const looks = replica.requests.filter(({ host }) => host === 'cdn.syndication.twimg.com');
  const [first] = looks;
  const sideBySide = looks.filter(({ at }) => at < (first?.answeredAt ?? 0));
  expect(sideBySide.length).toBeGreaterThan(1);
});

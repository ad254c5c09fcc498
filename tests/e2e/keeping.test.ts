import { expect, test } from 'vitest';
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

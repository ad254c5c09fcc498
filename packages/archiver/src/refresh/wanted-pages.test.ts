import type { Platform, PostId } from '@embalm/post';
import type { Wanted } from '@embalm/store';
import { expect, it } from 'vitest';
import { pagesOf, type Selection, sweptPlatforms } from './wanted-pages.ts';

const shelf: Readonly<Partial<Record<Platform, readonly PostId[]>>> = {
  x: ['x:1', 'x:2', 'x:3'],
  web: ['web:0123456789abcdef0123456789abcdef'],
};

/** Go through a selection of three posts and a page, two at a time. @param onPage Called before each page. */
async function goThrough(
  selection: Selection,
  platforms: Set<Platform>,
  onPage: () => void = () => {},
): Promise<readonly (readonly PostId[])[]> {
  const held = new Set<PostId>();
  const claim = async (wanted: Wanted, most: number): Promise<readonly PostId[]> => {
    const wantedPosts = wanted.kind === 'named' ? wanted.posts : (shelf[wanted.platform] ?? []);
    const free = wantedPosts.filter((post) => !held.has(post)).slice(0, most);
    for (const post of free) held.add(post);
    return free;
  };
  const next = pagesOf(selection, 0, platforms);
  const pages: (readonly PostId[])[] = [];
  for (let page = await next(claim, 2); page !== null; page = await next(claim, 2)) {
    pages.push(page);
    onPage();
  }
  return pages;
}

it.each(['due', 'all'] as const)('%s goes through the posts, then the web pages', async (kind) => {
  const pages = await goThrough({ kind }, new Set(sweptPlatforms(true)));
  expect(pages).toEqual([['x:1', 'x:2'], ['x:3'], shelf.web]);
});

it('leaves web pages out where there is to be no browser, and what is taken out meanwhile', async () => {
  await expect(goThrough({ kind: 'all' }, new Set(sweptPlatforms(false)))).resolves.toEqual([['x:1', 'x:2'], ['x:3']]);
  const platforms = new Set(sweptPlatforms(true));
  const pages = await goThrough({ kind: 'due' }, platforms, () => platforms.delete('x'));
  expect(pages).toEqual([['x:1', 'x:2'], shelf.web]);
});

it('goes through all that were named, each once', async () => {
  const pages = await goThrough({ kind: 'named', posts: ['x:3', 'x:1', 'x:3', 'x:2'] }, new Set());
  expect(pages).toEqual([['x:3', 'x:1'], ['x:2']]);
});

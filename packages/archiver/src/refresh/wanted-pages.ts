import type { Platform, PostId } from '@embalm/post';
import type { Wanted } from '@embalm/store';

/** Which posts to look at again. */
export type Selection =
  { readonly kind: 'due' } | { readonly kind: 'all' } | { readonly kind: 'named'; readonly posts: readonly PostId[] };

/** Takes hold of posts; those that somebody else holds are left out. */
type Claim = (wanted: Wanted, most: number) => Promise<readonly PostId[]>;

/** Takes hold of the next page of posts. @returns `null` if there are no more; of those that were named, a page may be empty. */
export type NextPage = (claim: Claim, most: number) => Promise<readonly PostId[] | null>;

/**
 * The platforms that are gone through if nobody names posts: posts first, then web pages, unless there is to be no browser.
 *
 * @param browser Whether there may be one.
 */
export function sweptPlatforms(browser: boolean): readonly Platform[] {
  return browser ? ['x', 'web'] : ['x'];
}

/**
 * How to go through a selection page by page.
 *
 * @param startedAt Ms since 1970: whoever looked at a post since then did it for this run, too.
 * @param platforms Which to go through, one after the other, where nobody named posts. What is taken out of it meanwhile is left.
 */
export function pagesOf(selection: Selection, startedAt: number, platforms: Set<Platform>): NextPage {
  if (selection.kind === 'named') return namedPages(selection.posts);
  const after = new Map<Platform, PostId>();
  return async (claim, most) => {
    for (const platform of platforms) {
      const page = await claim(wantedOf(platform), most);
      const last = page.at(-1);
      if (last === undefined) continue;
      after.set(platform, last);
      return page;
    }
    return null;
  };

  function wantedOf(platform: Platform): Wanted {
    if (selection.kind === 'due') return { kind: 'due', platform };
    return { kind: 'all', platform, before: startedAt, after: after.get(platform) ?? null };
  }
}

function namedPages(posts: readonly PostId[]): NextPage {
  let left: readonly PostId[] = [...new Set(posts)];
  return async (claim, most) => {
    const page = left.slice(0, most);
    left = left.slice(most);
    return page.length === 0 ? null : claim({ kind: 'named', posts: page }, most);
  };
}

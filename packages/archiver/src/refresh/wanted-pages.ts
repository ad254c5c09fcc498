import type { PostId } from '@embalm/post';
import type { Wanted } from '@embalm/store';

/** Which posts to look at again. */
export type Selection =
  { readonly kind: 'due' } | { readonly kind: 'all' } | { readonly kind: 'named'; readonly posts: readonly PostId[] };

/** Takes hold of posts; those that somebody else holds are left out. */
type Claim = (wanted: Wanted, most: number) => Promise<readonly PostId[]>;

/** Takes hold of the next page of posts. @returns `null` if there are no more; of those that were named, a page may be empty. */
export type NextPage = (claim: Claim, most: number) => Promise<readonly PostId[] | null>;

/**
 * How to go through a selection page by page.
 *
 * @param startedAt Ms since 1970: whoever looked at a post since then did it for this run, too.
 */
export function pagesOf(selection: Selection, startedAt: number): NextPage {
  const platform = 'x';
  let after: PostId | null = null;
  let named: readonly PostId[] = selection.kind === 'named' ? [...new Set(selection.posts)] : [];
  return async (claim, most) => {
    switch (selection.kind) {
      case 'due':
        return orNull(await claim({ kind: 'due', platform }, most));
      case 'all': {
        const page: readonly PostId[] = await claim({ kind: 'all', platform, before: startedAt, after }, most);
        after = page.at(-1) ?? after;
        return orNull(page);
      }
      case 'named': {
        const posts = named.slice(0, most);
        named = named.slice(most);
        return posts.length === 0 ? null : claim({ kind: 'named', posts }, most);
      }
    }
  };
}

function orNull(page: readonly PostId[]): readonly PostId[] | null {
  return page.length === 0 ? null : page;
}

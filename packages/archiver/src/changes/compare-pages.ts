import type { Page } from '@embalm/post';
import type { Change } from './change.ts';
import { compareLists } from './compare-lists.ts';

/**
 * What differs between two captures of a web page, of what lasts: what its author wrote, and the posts it refers to. What is
 * not here (advertisements, navigation, times of modification, pictures) changes without anybody having written anything.
 */
export function comparePages(before: Page, after: Page): readonly Change[] {
  const values = lasting.flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    return was === is ? [] : [{ field: nameOf(field), before: was, after: is }];
  });
  return [...values, ...compareLists('posts', before.posts.map(nameOfPost), after.posts.map(nameOfPost))];
}

/** In the order in which changes are told. */
const lasting = ['text', 'title', 'byline', 'publishedAt', 'description', 'siteName', 'lang', 'url'] as const;

/** As posts' fields are called. */
function nameOf(field: (typeof lasting)[number]): string {
  const names: Partial<Record<typeof field, string>> = { publishedAt: 'created', siteName: 'site' };
  return names[field] ?? field;
}

function nameOfPost({ post }: Page['posts'][number]): string {
  return post;
}

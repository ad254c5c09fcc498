import type { Author } from './post.ts';

/** An author of whom nothing more is known than how they are called. @param handle Without `@`. */
export function bareAuthor(handle: string, name: string): Author {
  return {
    handle,
    name,
    id: null,
    avatar: null,
    avatarShape: 'circle',
    verification: null,
    affiliation: null,
    accountLabel: null,
  };
}

import type { Author } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { nobody, readHandle } from '../parts/author.ts';

const verifications: ReadonlyMap<string, Author['verification']> = new Map([
  ['organization', 'business'],
  ['government', 'government'],
  ['individual', 'blue'],
]);

/** Read `author`. */
export function readAuthor(status: Fields): Author {
  const author = status.object('author');
  if (author === null) {
    status.missing('author');
    return nobody;
  }
  const handle = readHandle(author);
  const verification = author.object('verification');
  const type = verification?.string('type') ?? null;
  const known = type === null ? null : verifications.get(type);
  if (known === undefined) verification?.surprising('type');
  return {
    ...nobody,
    handle,
    name: author.wanted('name') ?? handle,
    id: author.string('id'),
    avatar: author.string('avatar_url'),
    verification: known ?? null,
  };
}

import type { Post, PostId } from '@embalm/post';
import type { StoredSnapshot } from '@embalm/store';
import { chooseContent } from './choose-content.ts';
import { collect } from './collect.ts';
import type { ExhibitSource } from './exhibit-source.ts';

/** A post with those it answers. */
export interface Thread {
  readonly post: Post;
  /** The records of those that came from the archive: their media are there. */
  readonly records: readonly StoredSnapshot[];
}

/** Longer conversations are shown from here on; nobody reads a page of more. */
const mostParents = 50;

/**
 * Put above a post the one that it answers, above that the one that it answers, and so on: as its source carried them, else as
 * the archive has them.
 *
 * @throws {DamagedRecordError} If a record of one of them cannot be trusted.
 */
export async function findThread(archive: ExhibitSource, post: Post): Promise<Thread> {
  const seen = new Set<PostId>([post.id]);
  const parents: Post[] = [];
  const records: StoredSnapshot[] = [];
  for (let child = post; parents.length < mostParents;) {
    const parent = child.parent?.type === 'post' ? child.parent.post : await readParent(child.replyTo?.id ?? null);
    if (parent === null || seen.has(parent.id)) break;
    seen.add(parent.id);
    parents.push(parent);
    child = parent;
  }
  return { post: answer([post, ...parents]), records };

  async function readParent(id: PostId | null): Promise<Post | null> {
    const known = id === null ? null : await archive.resolve(id);
    if (known === null) return null;
    const history = await collect(archive.history(known));
    const chosen = chooseContent(history, null);
    if (chosen === null || chosen.source === 'quoted') return null;
    records.push(...history);
    return chosen.post;
  }
}

/** The first of some posts, each of which answers the next. */
function answer([post, ...parents]: readonly [Post, ...Post[]]): Post {
  const [parent, ...others] = parents;
  return parent === undefined ? post : { ...post, parent: { type: 'post', post: answer([parent, ...others]) } };
}

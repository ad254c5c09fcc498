import { parsePostId, type PostId } from '@embalm/post';
import type { ExhibitSource } from '../exhibit-source.ts';

/** What an archive said when a page was made of it. */
export interface MadeFrom {
  /** The post of each name that was asked for; `null` if there was none. */
  readonly names: Readonly<Record<string, string | null>>;
  /** The digest of the newest record of each post that was read; `null` if there was none. */
  readonly heads: Readonly<Record<string, string | null>>;
}

/** What an archive can be asked again, at little cost. */
export type Answers = Pick<ExhibitSource, 'resolve'> & {
  /** The digest of a post's newest record, or `null` if it has none. */
  readonly headOf: (post: PostId) => Promise<string | null>;
};

/** Ask an archive each thing once. */
export function askOnce(archive: ExhibitSource): Answers {
  const names = new Map<string, Promise<PostId | null>>();
  const heads = new Map<PostId, Promise<string | null>>();
  return {
    async resolve(name) {
      const answer = names.get(name) ?? archive.resolve(name);
      names.set(name, answer);
      return answer;
    },
    async headOf(post) {
      const answer = heads.get(post) ?? archive.head(post).then((head) => head?.sha256 ?? null);
      heads.set(post, answer);
      return answer;
    },
  };
}

/** Listen to what an archive is asked. */
export function listenTo(archive: ExhibitSource): {
  readonly archive: ExhibitSource;
  /** What it said so far. */
  readonly madeFrom: () => MadeFrom;
} {
  const names = new Map<string, string | null>();
  const heads = new Map<string, string | null>();
  return {
    archive: {
      cacheDirectory: archive.cacheDirectory,
      readOnly: archive.readOnly,
      head: async (post) => archive.head(post),
      openBlob: (sha256) => archive.openBlob(sha256),
      readBlob: async (sha256) => archive.readBlob(sha256),
      async *history(post) {
        heads.set(post, null);
        for await (const snapshot of archive.history(post)) {
          heads.set(post, snapshot.sha256);
          yield snapshot;
        }
      },
      async resolve(name) {
        const post = await archive.resolve(name);
        names.set(name, post);
        return post;
      },
    },
    madeFrom: () => ({ names: inOrder(names), heads: inOrder(heads) }),
  };
}

/** Whether an archive would say the same again. */
export async function saysTheSame({ resolve, headOf }: Answers, { names, heads }: MadeFrom): Promise<boolean> {
  for (const [name, post] of Object.entries(names)) {
    if ((await resolve(name)) !== post) return false;
  }
  for (const [name, head] of Object.entries(heads)) {
    const post = parsePostId(name);
    if (post === null || (await headOf(post)) !== head) return false;
  }
  return true;
}

function inOrder<Value>(entries: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

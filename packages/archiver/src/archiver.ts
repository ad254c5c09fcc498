import type { PostId, Reference } from '@embalm/post';
import { pageIdOf } from '@embalm/store';
import PQueue from 'p-queue';
import { type PreservedPage, preservePage, type PreservePageContext } from './pages/preserve-page.ts';
import { type Identified, identifyPost, type IdentifyContext } from './preserve/identify-post.ts';
import { passOverPost } from './preserve/pass-over-post.ts';
import { preservePost, type PreserveContext } from './preserve/preserve-post.ts';
import type { Preserved } from './preserve/preserved.ts';
import { runOneAtATime } from './run-one-at-a-time.ts';

/** Preserves what articles refer to: a few posts at a time, each once. */
export interface Archiver {
  /**
   * Preserve every post an article refers to.
   *
   * @param article The path or URL of the article, as it was given: records name it.
   * @param references What the parser found in it.
   * @returns One entry a post, in the order in which the article names them first.
   * @throws {NoBrowserError} If a capture needs a browser and there is none.
   * @throws The signal's reason if it aborts, once what was under way has been kept or given up.
   */
  preserve(article: string, references: readonly Reference[]): Promise<readonly Preserved[]>;

  /**
   * Preserve a web page. The posts that it refers to are for {@link Archiver.preserve}.
   *
   * @param url Of the page, `http` or `https`.
   * @throws {NoBrowserError} If it is to be captured and there is no browser, or none is to be used.
   * @throws The signal's reason if it aborts.
   */
  preservePage(url: string): Promise<PreservedPage>;
}

/** How an archiver is set. What it works with stays the caller's to close. */
export interface ArchiverSettings extends IdentifyContext, PreserveContext, PreservePageContext {
  /** How many posts are captured at a time. */
  readonly concurrency: number;
  /** Called as each post is done, in the order in which they are. */
  readonly onPreserved?: ((preserved: Preserved) => void) | undefined;
}

/** Make an archiver. */
export function createArchiver(settings: ArchiverSettings): Archiver {
  const queue = new PQueue({ concurrency: settings.concurrency });
  /** Two articles may name one post at the same time, or two URLs one page: the second waits, and finds it archived. */
  const inTurn = runOneAtATime<PostId>();
  return {
    preserve,
    preservePage: (url) => inTurn(pageIdOf(url), () => withRoom(() => preservePage(url, settings))),
  };

  async function preserve(article: string, references: readonly Reference[]): Promise<readonly Preserved[]> {
    const named = await runAll(references, async (reference) => ({
      reference,
      identified: await identifyPost(reference, settings),
    }));
    const posts = Map.groupBy(named, ({ identified }) => identified.post);
    return runAll([...posts], ([post, group]) => {
      const pairs = group.filter((entry): entry is Pair => entry.identified.kind === 'post');
      return pairs.length > 0 ? preserveInTurn(article, pairs) : passOver(post, group);
    });
  }

  function passOver(post: PostId, group: readonly { readonly reference: Reference }[]): Promise<Preserved> {
    const references = group.map(({ reference }) => reference);
    const preserved = passOverPost(post, references);
    settings.onPreserved?.(preserved);
    return Promise.resolve(preserved);
  }

  async function preserveInTurn(article: string, group: readonly Pair[]): Promise<Preserved> {
    const identified = mergeIdentified(group);
    const references = group.map(({ reference }) => reference);
    const preserved = await inTurn(identified.post, () => preservePost(article, references, identified, settings));
    settings.onPreserved?.(preserved);
    return preserved;
  }

  /** Once there is room. */
  async function withRoom<Result>(task: () => Promise<Result>): Promise<Result> {
    return queue.add(task, { signal: settings.signal });
  }

  /** Runs a task for each item; the first failure stops those that wait, and is thrown when the others have ended. */
  async function runAll<Item, Result>(
    items: readonly Item[],
    task: (item: Item) => Promise<Result>,
  ): Promise<readonly Result[]> {
    const stop = new AbortController();
    const signal = AbortSignal.any([settings.signal, stop.signal]);
    const runs = items.map((item) => queue.add(() => task(item), { signal }));
    for (const run of runs) run.catch((error: unknown) => stop.abort(error));
    await Promise.allSettled(runs);
    stop.signal.throwIfAborted();
    return Promise.all(runs);
  }
}

interface Pair {
  readonly reference: Reference;
  readonly identified: Identified;
}

function mergeIdentified(group: readonly Pair[]): Identified {
  const all = group.map(({ identified }) => identified);
  const [first] = all;
  if (first === undefined) throw new RangeError('A group of references has at least one');
  return {
    ...first,
    knownAs: [...new Set(all.flatMap(({ knownAs }) => knownAs))],
    exchanges: all.flatMap(({ exchanges }) => exchanges),
    how: all.find(({ how }) => how !== null)?.how ?? null,
    reason: all.find(({ reason }) => reason !== null)?.reason ?? null,
  };
}

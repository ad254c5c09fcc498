import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { State } from '@embalm/post';
import type { Fault } from '../replica/fault.ts';
import { seedPosts } from '../replica/posts.ts';
import type { Responder } from '../replica/rule.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import type { PostSpec } from '../replica/world/post-spec.ts';
import { idAt } from '../replica/world/status-url.ts';
import { type WorkFolder, workFolder } from '../support/work-folder.ts';

/** A post that goes wrong, and what is to become of it. */
export interface FaultCase {
  readonly name: string;
  /** What is wrong with the answer of the payload's host, if anything is. */
  readonly fault: Fault | Responder | null;
  /** What is wrong with the embed page, if anything is. */
  readonly page?: Responder;
  readonly outcome: 'captured' | 'quoted';
  readonly state: State;
}

/** A run over an article with one post for each case. */
export interface FaultRun extends AsyncDisposable {
  readonly replica: Replica;
  readonly folder: WorkFolder;
  readonly posts: readonly PostSpec[];
  readonly code: number | null;
  /** What the command says of each post, in the order of the cases. */
  readonly results: readonly Record<string, unknown>[];
}

/** Run the command over an article whose posts go wrong; each has a day of March, a text and a short link of its own. */
export async function runFaults(cases: readonly FaultCase[], options: readonly string[]): Promise<FaultRun> {
  const posts = cases.map(postOf);
  const replica = await startReplica({ posts });
  for (const [index, { fault, page }] of cases.entries()) {
    const query = { id: posts[index]?.id ?? '' };
    const payload = { host: 'cdn.syndication.twimg.com', query };
    if (typeof fault === 'function') replica.on(payload, fault);
    else if (fault !== null) replica.fault(payload, fault);
    if (page !== undefined) replica.on({ host: 'platform.twitter.com', path: '/embed/Tweet.html', query }, page);
  }
  const folder = await workFolder();
  await writeFile(join(folder.path, 'faults.txt'), posts.map(flatten).join('\n\nAnd then:\n\n'));
  const { code, objects } = await folder.run(['run', 'faults.txt', ...options], replica);
  const results = objects.filter(({ type }) => type === 'post');
  const count = results.filter(({ outcome }) => outcome === 'captured').length;
  console.log(`${cases.length} posts with faults: ${count} captured, ${results.length - count} quoted`);
  return {
    replica,
    folder,
    posts,
    code,
    results,
    async [Symbol.asyncDispose]() {
      await folder[Symbol.asyncDispose]();
      await replica[Symbol.asyncDispose]();
    },
  };
}

function postOf({ name }: FaultCase, index: number): PostSpec {
  const [model] = seedPosts;
  if (model === undefined) throw new RangeError('There are seed posts');
  const day = String(1 + index).padStart(2, '0');
  const code = `Case${String(index).padStart(6, '0')}`;
  return { ...model, id: idAt(`2023-03-${day}T12:00:00.000Z`), text: `In this case: ${name}.`, code };
}

function flatten({ text, code, author }: PostSpec, index: number): string {
  return `${text} pic.twitter.com/${code} — ${author.name} (@${author.handle}) March ${1 + index}, 2023`;
}

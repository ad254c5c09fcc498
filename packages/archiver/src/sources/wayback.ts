import type { Observation, PostId } from '@embalm/post';
import type { Exchange } from '@embalm/store';
import type { Capture } from '../wayback/capture.ts';
import { listCaptures } from '../wayback/list-captures.ts';
import { readMemento } from '../wayback/read-memento.ts';
import { archivedForms } from '../x-sites.ts';
import type { Answer, Source, SourceContext } from './source.ts';

/**
 * The Internet Archive's Wayback Machine: what the post was when it was captured, as near as there is to its own day. Its
 * observation is of that moment.
 */
export const wayback: Source = { name: 'wayback', kind: 'archive', observe };

async function observe(post: PostId, context: SourceContext): Promise<Answer> {
  const deadline = AbortSignal.timeout(context.timeoutMs);
  const signal = AbortSignal.any([context.signal, deadline]);
  const exchanges: Exchange[] = [];
  try {
    return await search(post, { ...context, signal }, exchanges);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    return unseen('unreachable', `it was not done within ${context.timeoutMs} ms`, exchanges);
  }
}

/** The post's own pages first; only if they show nothing, the pages and answers that name it by its id alone. */
async function search(post: PostId, context: SourceContext, exchanges: Exchange[]): Promise<Answer> {
  let tried = 0;
  for (const forms of archivedForms(post, context.hint?.handle ?? null)) {
    const captures: Capture[] = [];
    let problem: string | null = null;
    for (const form of forms) {
      const listed = await listCaptures(form, context);
      exchanges.push(...listed.exchanges);
      captures.push(...listed.captures);
      problem = listed.problem;
      // An archive that does not answer will not answer the next question either.
      if (problem !== null) break;
    }
    const read = await readMemento(captures, post, context);
    exchanges.push(...read.exchanges);
    if (read.post !== null) {
      const { memento, diagnostics, files } = read;
      const observation = { state: 'live', source: wayback.name, at: memento.at, post: read.post } as const;
      return { observation, diagnostics, memento, exchanges, files };
    }
    if (problem !== null) return unseen('unreachable', problem, exchanges);
    tried += read.tried;
  }
  const reason = tried === 0 ? 'the Internet Archive has no capture of it' : 'no capture of it can be read';
  return unseen('unavailable', reason, exchanges);
}

function unseen(state: 'unavailable' | 'unreachable', reason: string, exchanges: readonly Exchange[]): Answer {
  const observation: Observation = { state, source: wayback.name, at: new Date().toISOString(), reason };
  return { observation, exchanges, files: {} };
}

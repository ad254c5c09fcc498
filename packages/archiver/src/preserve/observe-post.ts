import type { Observation, PostId } from '@embalm/post';
import type { Exchange, ObservationNote, StoredFile } from '@embalm/store';
import type { Source, SourceContext } from '../sources/source.ts';

/** What the sources said of a post, and all their evidence. */
export interface Observed {
  /** The answer that decides. */
  readonly observation: Observation;
  /** Every answer, in the order in which they came. */
  readonly answers: readonly ObservationNote[];
  readonly exchanges: readonly Exchange[];
  readonly files: Readonly<Record<string, StoredFile>>;
}

/** Answers that say what became of a post; no other source knows better. */
const settled: ReadonlySet<Observation['state']> = new Set([
  'live',
  'deleted',
  'suspended',
  'protected',
  'age-restricted',
  'withheld',
]);

/** A source that does not end leaves the next one a third of the time. */
const firstShare = 2 / 3;

/**
 * Ask sources one after the other until one shows the post or says what became of it. "Not found" settles nothing, so
 * the next one is asked; it still outweighs a source that could not be reached.
 *
 * @param context Its `timeoutMs` is for all sources together.
 * @throws {RangeError} If there is no source to ask.
 * @throws {NoBrowserError} If a source needs a browser and there is none.
 */
export async function observePost(post: PostId, sources: readonly Source[], context: SourceContext): Promise<Observed> {
  const answers: ObservationNote[] = [];
  const exchanges: Exchange[] = [];
  const files: Record<string, StoredFile> = {};
  let decided: Observation | null = null;
  const deadline = performance.now() + context.timeoutMs;
  for (const [index, source] of sources.entries()) {
    const share = index === sources.length - 1 ? 1 : firstShare;
    const timeoutMs = Math.max(1, Math.floor((deadline - performance.now()) * share));
    const answer = await source.observe(post, { ...context, timeoutMs });
    answers.push(noteOf(answer.observation));
    exchanges.push(...answer.exchanges);
    Object.assign(files, answer.files);
    if (decided === null || decided.state === 'unreachable' || settled.has(answer.observation.state)) {
      decided = answer.observation;
    }
    if (settled.has(decided.state)) break;
  }
  if (decided === null) throw new RangeError('At least one source is needed to observe a post');
  return { observation: decided, answers, exchanges, files };
}

/** An observation without its content. */
export function noteOf(observation: Observation): ObservationNote {
  const { state, source, at } = observation;
  return { state, source, at, reason: observation.state === 'live' ? null : observation.reason };
}

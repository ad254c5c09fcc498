import type { LiveObservation, Observation, PostId, Source as SourceName, State } from '@embalm/post';
import type { Diagnostic, Exchange, Memento, ObservationNote, StoredFile } from '@embalm/store';
import type { Answer, Source, SourceContext } from '../sources/source.ts';
import { decideState } from './decide-state.ts';

/** What the sources said of a post, and all their evidence. */
export interface Observed {
  /** The answer that decides what the post is now. */
  readonly observation: Observation;
  /** The post as the best of the sources showed it, whatever it is now; `null` if none did. */
  readonly shown: LiveObservation | null;
  /** Where in an archive that was; `null` if it was no archive. */
  readonly memento: Memento | null;
  /** Every answer, in the order in which they came. */
  readonly answers: readonly ObservationNote[];
  /** What in their payloads was not as it used to be. */
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
  readonly files: Readonly<Record<string, StoredFile>>;
}

/** A source that does not end leaves the next ones half of the time. */
const firstShare = 1 / 2;

/**
 * Ask sources one after the other: X itself until it shows the post or says what became of it, witnesses and hearsay if it does
 * neither, archives if the post was not shown. "Not found" settles nothing, so the next one is asked; it still outweighs
 * a source that could not be reached.
 *
 * @param context Its `timeoutMs` is for all sources together.
 * @throws {RangeError} If there is no source to ask.
 * @throws {NoBrowserError} If a source needs a browser and there is none.
 */
export async function observePost(post: PostId, sources: readonly Source[], context: SourceContext): Promise<Observed> {
  const asked: Asked[] = [];
  const deadline = performance.now() + context.timeoutMs;
  for (const [index, source] of sources.entries()) {
    if (!isNeeded(source, asked)) continue;
    const share = index === sources.length - 1 ? 1 : firstShare;
    const timeoutMs = Math.max(1, Math.floor((deadline - performance.now()) * share));
    asked.push({ source, answer: await source.observe(post, { ...context, timeoutMs }) });
  }
  const shown = asked.filter(shows).toSorted((one, other) => rankOf(one.source) - rankOf(other.source))[0]?.answer;
  return {
    observation: decideState(asked),
    shown: shown?.observation.state === 'live' ? shown.observation : null,
    memento: shown?.memento ?? null,
    answers: asked.map(({ answer }) => noteOf(answer.observation)),
    diagnostics: asked.flatMap(({ answer }) => diagnosticsOf(answer)),
    exchanges: asked.flatMap(({ answer }) => answer.exchanges),
    files: Object.assign({}, ...asked.map(({ answer }) => answer.files)) as Observed['files'],
  };
}

function diagnosticsOf({ observation: { source }, diagnostics = [] }: Answer): readonly Diagnostic[] {
  return diagnostics.map(({ path, problem }) => ({ source, path, problem }));
}

/** A source and what it answered. */
export interface Asked {
  readonly source: Source;
  readonly answer: Answer;
}

/** Whom to believe what a post looks like, first to last: X, its archived pages, what others make of it, its text alone. */
const ranks: readonly SourceName[] = [
  'x-embed',
  'x-syndication',
  'guest-graphql',
  'wayback',
  'fxtwitter',
  'vxtwitter',
  'x-oembed',
];

function rankOf({ name }: Source): number {
  const rank = ranks.indexOf(name);
  return rank < 0 ? ranks.length : rank;
}

/** X shows a post to some only: others may show it to everybody. */
const hidden: ReadonlySet<State> = new Set(['age-restricted', 'withheld']);

/**
 * Nobody is asked for a post that somebody more to be believed has shown. An archive is asked for all others; a witness while it
 * is not known what became of them; hearsay also if X shows them to some only.
 */
function isNeeded(source: Source, asked: readonly Asked[]): boolean {
  if (asked.length === 0) return true;
  if (asked.some((one) => shows(one) && rankOf(one.source) < rankOf(source))) return false;
  const { state } = decideState(asked);
  switch (source.kind) {
    case 'archive':
      return true;
    case 'hearsay':
      return isOpen(state) || hidden.has(state);
    case 'x':
    case 'witness':
      return isOpen(state);
  }
}

function isOpen(state: State): boolean {
  return state === 'unreachable' || state === 'unavailable';
}

function shows({ answer }: Asked): boolean {
  return answer.observation.state === 'live';
}

/** An observation without its content. */
export function noteOf(observation: Observation): ObservationNote {
  const { state, source, at } = observation;
  return { state, source, at, reason: observation.state === 'live' ? null : observation.reason };
}

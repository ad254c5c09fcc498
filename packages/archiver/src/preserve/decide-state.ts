import type { Observation } from '@embalm/post';
import type { Asked } from './observe-post.ts';

type GoneObservation = Exclude<Observation, { state: 'live' }>;

/**
 * Decide what a post is now from what was answered: what X shows, or says in a notice, is so; a post that two endpoints
 * do not find is `deleted`, if one of them is X's and nobody shows it; else "not found" is `unavailable`, and outweighs a
 * source that could not be reached. A witness that shows the post may be out of date, hearsay is not X's word, and an archive
 * speaks of another time: they decide nothing by themselves.
 *
 * @throws {RangeError} If nobody was asked.
 */
export function decideState(asked: readonly Asked[]): Observation {
  const present = asked.filter(({ source }) => source.kind !== 'archive');
  const own = present.filter(({ source }) => source.kind !== 'hearsay');
  const settled = own.find(({ source, answer: { observation } }) => {
    if (observation.state === 'live') return source.kind === 'x';
    return observation.state !== 'unavailable' && observation.state !== 'unreachable';
  });
  if (settled !== undefined) return settled.answer.observation;
  const gone = own.flatMap(({ answer: { observation } }) => (observation.state === 'live' ? [] : [observation]));
  const absent = present.filter(({ answer }) => answer.notFoundAt !== undefined);
  const endpoints = [...new Set(absent.map(({ answer }) => answer.notFoundAt))];
  const last = absent.at(-1)?.answer.observation;
  const isShown = present.some(({ answer }) => answer.observation.state === 'live');
  const saysX = absent.some(({ source }) => source.kind !== 'hearsay');
  if (endpoints.length > 1 && saysX && !isShown && last !== undefined && last.state !== 'live') {
    return agree(last, endpoints.join(' and '));
  }
  const found = gone.find(({ state }) => state === 'unavailable') ?? gone.at(-1);
  if (found !== undefined) return found;
  const only = asked[0]?.answer.observation;
  if (only === undefined) throw new RangeError('At least one source is needed to observe a post');
  return { state: 'unreachable', source: only.source, at: only.at, reason: 'X itself was not asked' };
}

function agree({ source, at }: GoneObservation, endpoints: string): Observation {
  return { state: 'deleted', source, at, reason: `${endpoints} agree that there is no such post` };
}

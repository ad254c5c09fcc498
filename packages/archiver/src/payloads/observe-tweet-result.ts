import type { Observation, PostId, Source } from '@embalm/post';
import type { PayloadDiagnostic } from './payload-diagnostic.ts';
import { observeReading } from './observe-reading.ts';
import { parseJson } from './parse-json.ts';
import { readSyndicationPayload } from './read-syndication-payload.ts';

/** An answer of X's `tweet-result`, whoever asked for it. */
export interface TweetResult {
  readonly status: number;
  /** The body, as text. */
  readonly text: string;
  /** When it wants to be asked again, in ms since 1970, or `null`. */
  readonly retryAt: number | null;
  /** When it came: ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
}

/** What an answer says of a post. */
export interface TweetResultObservation {
  readonly observation: Observation;
  readonly diagnostics: readonly PayloadDiagnostic[];
}

/**
 * Say what an answer of `tweet-result` means for the post that was asked for. "Not found" is `unavailable`, not
 * `deleted`; an answer about another post, or one that is no payload, is `unreachable`: it says nothing of this one.
 *
 * @param source Who asked: the embed page, or this program.
 */
export function observeTweetResult(result: TweetResult, post: PostId, source: Source): TweetResultObservation {
  const observed = { source, at: result.at };
  const refusal = readRefusal(result);
  if (refusal !== null) return { observation: { ...observed, ...refusal }, diagnostics: [] };
  const reading = readSyndicationPayload(parseJson(result.text), { at: result.at });
  return { observation: observeReading(reading, post, observed), diagnostics: reading.diagnostics };
}

/** The endpoint, if its answer says that there is no such post. `{}` says it less surely: so does a bad token. */
export function notFoundAt(status: number | null): string | undefined {
  return status === 404 || status === 410 ? 'tweet-result' : undefined;
}

type Unseen = Pick<Exclude<Observation, { state: 'live' }>, 'state' | 'reason'>;

function readRefusal({ status, retryAt }: TweetResult): Unseen | null {
  if (status === 200) return null;
  if (status === 404 || status === 410) return { state: 'unavailable', reason: `HTTP ${status}` };
  const until = retryAt === null ? '' : `, no requests before ${new Date(retryAt).toISOString()}`;
  return { state: 'unreachable', reason: `HTTP ${status}${until}` };
}

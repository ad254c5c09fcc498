import type { Exchange } from '@embalm/store';
import type { DoorAnswer, DoorRequest } from '../door/door.ts';
import { DoorError } from '../door/door-error.ts';
import type { SourceContext } from './source.ts';

/** What came of asking an endpoint. */
export type Asking = AnsweredAsking | UnansweredAsking;

/** It answered, with whatever status. */
interface AnsweredAsking {
  readonly kind: 'answered';
  readonly status: number;
  /** When it wants to be asked again, in ms since 1970, or `null`. */
  readonly retryAt: number | null;
  /** When the answer had come: ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  /** The body, as text. */
  readonly text: string;
  /** The exchange of the answer itself. */
  readonly exchange: Exchange;
  /** Those of all attempts, in their order. */
  readonly exchanges: readonly Exchange[];
}

/** No whole answer came. */
interface UnansweredAsking {
  readonly kind: 'unanswered';
  readonly reason: string;
  readonly at: string;
  readonly exchanges: readonly Exchange[];
}

/** Payloads have 3 kB; the largest on record 11. */
const longestPayload = 4 * 1024 * 1024;

/**
 * Ask an endpoint for JSON. That nobody answers is no exception.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function askEndpoint(
  request: Pick<DoorRequest, 'url' | 'scope' | 'body' | 'headers'>,
  { door, timeoutMs, signal }: Pick<SourceContext, 'door' | 'timeoutMs' | 'signal'>,
): Promise<Asking> {
  const headers = { accept: 'application/json', ...request.headers };
  let answer: DoorAnswer;
  try {
    answer = await door.ask({ ...request, headers, maxBytes: longestPayload, timeoutMs, signal });
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    const { message: reason, exchanges } = error;
    return { kind: 'unanswered', reason, at: new Date().toISOString(), exchanges };
  }
  const { status, retryAt, exchange, earlier } = answer;
  const at = new Date(Date.parse(exchange.startedAt) + exchange.durationMs).toISOString();
  const exchanges = [...earlier, exchange];
  return { kind: 'answered', status, retryAt, at, text: await answer.text(), exchange, exchanges };
}

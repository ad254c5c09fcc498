import type { Exchange } from '@embalm/store';
import type { Dispatcher } from 'undici';
import type { Clock } from './clock.ts';
import { indexFields } from './exchange-head.ts';
import { type Failure, failureOfBody, readFailure } from './failure.ts';
import { type IdleWatch, watchIdle } from './idle-watch.ts';
import type { Keeper } from './keeper.ts';
import { type Noted, noteExchange } from './note-exchange.ts';
import { receiveBody, type ReceivedBody } from './receive-body.ts';
import { type CheckedRequest, type OpenResponse, sendRequest } from './send-request.ts';
import type { Wire, WireTap } from './wire-tap.ts';

/** What one attempt brought: an answer of any status, or why there is no whole one. Both are evidence. */
export type Attempt = AnswerAttempt | FailedAttempt;

/** A whole answer came. */
export interface AnswerAttempt {
  readonly kind: 'answer';
  readonly exchange: Exchange;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** `null` for a HEAD. */
  readonly received: ReceivedBody | null;
}

/** None came, or only a part. */
interface FailedAttempt {
  readonly kind: 'failed';
  readonly exchange: Exchange;
  readonly failure: Failure;
  /** What came of an answer, or `null` if none did. */
  readonly partial: PartialAnswer | null;
}

interface PartialAnswer extends Pick<AnswerAttempt, 'status' | 'headers'> {
  readonly received: ReceivedBody;
}

/** What an attempt works with. */
export interface AttemptTools {
  readonly dispatcher: Dispatcher;
  readonly tap: WireTap;
  readonly keeper: Keeper;
  readonly clock: Clock;
  /** Whether a proxy stands between, so that the socket's peer is not the host. */
  readonly behindProxy: boolean;
}

/** What ends an attempt early: the caller, or time. */
export interface Stops {
  readonly signal: AbortSignal;
  readonly deadline: AbortSignal;
}

/**
 * Send one request and keep what comes back.
 *
 * @throws The signal's reason, if it aborts; what the keeper throws.
 */
export async function attemptRequest(request: CheckedRequest, tools: AttemptTools, stops: Stops): Promise<Attempt> {
  const { clock } = tools;
  const wire: Wire = { head: null, peer: null };
  const start = { at: clock.wall(), steady: clock.steady() };
  const note = (noted: Noted): Exchange =>
    noteExchange(request, noted, {
      startedAt: new Date(start.at).toISOString(),
      durationMs: Math.round(clock.steady() - start.steady),
      wire,
      peer: tools.behindProxy ? null : wire.peer,
    });

  using idle = watchIdle(request.idleMs);
  const explainHere = (error: unknown): Failure => explain(error, request, stops, idle);
  let response: OpenResponse;
  try {
    const signal = AbortSignal.any([stops.signal, stops.deadline, idle.signal]);
    response = await tools.tap.overhear(wire, () => sendRequest(request, tools.dispatcher, signal));
  } catch (error) {
    const failure = explainHere(error);
    return { kind: 'failed', failure, partial: null, exchange: note({ response: null, body: null, failure }) };
  }
  const { status, fields } = response;
  const headers = indexFields(fields);
  if (request.method === 'HEAD') {
    response.body.on('error', () => {}).destroy();
    return { kind: 'answer', exchange: note({ response, body: null, failure: null }), status, headers, received: null };
  }
  const received = await receiveBody(response.body, headers, request.maxBytes, tools.keeper, idle);
  stops.signal.throwIfAborted();
  const failure = failureOfBody(received.end, request.maxBytes, explainHere);
  const exchange = note({ response, body: received.body, failure });
  return failure === null
    ? { kind: 'answer', exchange, status, headers, received }
    : { kind: 'failed', exchange, failure, partial: { status, headers, received } };
}

function explain(error: unknown, { timeoutMs, idleMs }: CheckedRequest, stops: Stops, idle: IdleWatch): Failure {
  stops.signal.throwIfAborted();
  if (stops.deadline.aborted) return { kind: 'timeout', timeoutMs };
  return idle.signal.aborted && idleMs !== null ? { kind: 'stalled', idleMs } : readFailure(error);
}

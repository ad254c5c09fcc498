import type { Exchange } from '@embalm/store';
import { type AnswerAttempt, type Attempt, attemptRequest, type AttemptTools } from './attempt.ts';
import { backOff } from './back-off.ts';
import { type Went, wentBy } from './breaker.ts';
import type { DoorAnswer } from './door.ts';
import { toDoorError } from './failure.ts';
import type { Keeper } from './keeper.ts';
import { type Held, holdOn, isRest, joinParts, requestRest } from './resume.ts';
import type { CheckedRequest } from './send-request.ts';
import type { Turns } from './turns.ts';

/** What asking works with. */
export interface AskTools extends AttemptTools {
  readonly turns: Turns;
  /** Before the first retry, in ms. */
  readonly retryDelayMs: number;
  /** Chance, from 0 to 1. */
  readonly random: () => number;
  readonly onExchange: (exchange: Exchange) => void;
}

/** How often a body may break off that goes on each time. */
const mostResumes = 20;

/**
 * Ask until an answer comes that another attempt would hardly better, or until the time or the retries are used up.
 *
 * @throws {DoorError} If there is no whole answer in the end.
 * @throws The signal's reason, if it aborts; what the keeper throws.
 */
export async function ask(
  request: CheckedRequest,
  retries: number,
  tools: AskTools,
  signal: AbortSignal,
): Promise<DoorAnswer> {
  const { turns, clock, keeper } = tools;
  using turn = await turns.take(request.url, request.timeoutMs, signal);
  const deadlineAt = clock.steady() + request.timeoutMs;
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const earlier: Exchange[] = [];
  let held: Held | null = null;
  let retriesLeft = retries;
  let resumesLeft = request.resumable ? mostResumes : 0;
  for (;;) {
    const sent: CheckedRequest = held === null ? request : requestRest(request, held);
    const attempt = await attemptRequest(sent, tools, { signal, deadline });
    tools.onExchange(attempt.exchange);
    const retryAt = attempt.kind === 'answer' ? turn.hear(attempt.status, attempt.headers) : null;
    const before: Held | null = held;
    if (attempt.kind === 'answer' && held !== null && isRest(held, attempt)) {
      turn.settle('well');
      return toAnswer(await completed(attempt, held, keeper), retryAt, earlier, keeper);
    }
    held = resumesLeft > 0 ? holdOn(held, attempt) : null;
    // One that falls silent again and again would cost minutes each time.
    const isStalled = attempt.kind === 'failed' && attempt.failure.kind === 'stalled';
    const isFurther = held !== null && held.bytes > (before?.bytes ?? 0) && !isStalled;
    const delay = backOff(isFurther ? 1 : retries - retriesLeft + 1, tools.retryDelayMs, tools.random);
    const isInTime = clock.steady() + Math.max(delay, turn.heldFor()) < deadlineAt;
    if ((retriesLeft <= 0 && !isFurther) || !isInTime || !mayFareBetter(attempt, before !== null)) {
      turn.settle(howWent(attempt));
      if (attempt.kind === 'answer') return toAnswer(attempt, retryAt, earlier, keeper);
      throw toDoorError(attempt.failure, request.url.href, [...earlier, attempt.exchange]);
    }
    if (isFurther) resumesLeft -= 1;
    else retriesLeft -= 1;
    earlier.push(attempt.exchange);
    await clock.sleep(delay, signal);
    await turn.again(earlier);
  }
}

/** @param askedForRest A host that has another file by now, or sends parts of its own choice, is asked for all of it. */
function mayFareBetter(attempt: Attempt, askedForRest: boolean): boolean {
  if (attempt.kind === 'failed') {
    return attempt.failure.kind === 'stalled' || (attempt.failure.kind === 'unreachable' && attempt.failure.passing);
  }
  return wentBy(attempt.status) === 'badly' || (askedForRest && (attempt.status === 206 || attempt.status === 416));
}

function howWent(attempt: Attempt): Went {
  if (attempt.kind === 'answer') return wentBy(attempt.status);
  switch (attempt.failure.kind) {
    case 'timeout':
    case 'stalled':
    case 'unreachable':
      return 'badly';
    case 'too-large':
    case 'undecodable':
      return 'well';
    case 'private-address':
      return 'unknown';
  }
}

/** The answer that the rest of a body completes. */
async function completed(rest: AnswerAttempt, held: Held, keeper: Keeper): Promise<AnswerAttempt> {
  const body = rest.received?.body ?? null;
  return body === null ? rest : { ...rest, status: 200, ...(await joinParts(held, body, keeper)) };
}

function toAnswer(
  { status, headers, exchange, received }: AnswerAttempt,
  retryAt: number | null,
  earlier: readonly Exchange[],
  keeper: Keeper,
): DoorAnswer {
  const body = received?.body ?? null;
  const bytes = async (): Promise<Uint8Array> => (body === null ? new Uint8Array() : keeper.readBlob(body.sha256));
  return {
    status,
    headers,
    exchange,
    body,
    earlier,
    retryAt,
    start: received?.start ?? new Uint8Array(),
    bytes,
    text: async () => new TextDecoder().decode(await bytes()),
  };
}

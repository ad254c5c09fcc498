import type { Exchange } from '@embalm/store';
import { type Attempt, attemptRequest, type AttemptTools } from './attempt.ts';
import { backOff } from './back-off.ts';
import { type Went, wentBy } from './breaker.ts';
import type { DoorAnswer } from './door.ts';
import { toDoorError } from './failure.ts';
import type { Keeper } from './keeper.ts';
import type { CheckedRequest } from './send-request.ts';
import type { Turns } from './turns.ts';

/** What asking works with. */
export interface AskTools extends AttemptTools {
  readonly turns: Turns;
  /** Before the first retry, in ms. */
  readonly retryDelayMs: number;
  /** Chance, from 0 to 1. */
  readonly random: () => number;
}

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
  const { turns, clock } = tools;
  using turn = await turns.take(request.url, request.timeoutMs, signal);
  const deadlineAt = clock.steady() + request.timeoutMs;
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const earlier: Exchange[] = [];
  for (;;) {
    const attempt = await attemptRequest(request, tools, { signal, deadline });
    const retryAt = attempt.kind === 'answer' ? turn.hear(attempt.status, attempt.headers) : null;
    const delay = backOff(earlier.length + 1, tools.retryDelayMs, tools.random);
    const isInTime = clock.steady() + Math.max(delay, turn.heldFor()) < deadlineAt;
    if (earlier.length >= retries || !isInTime || !mayFareBetter(attempt, request)) {
      turn.settle(howWent(attempt));
      return toAnswer(attempt, retryAt, request, earlier, tools.keeper);
    }
    earlier.push(attempt.exchange);
    await clock.sleep(delay, signal);
    await turn.again(earlier);
  }
}

function mayFareBetter(attempt: Attempt, request: CheckedRequest): boolean {
  if (attempt.kind === 'answer') return wentBy(attempt.status) === 'badly';
  // What can be gone on with is not begun again.
  if (request.resumable && attempt.exchange.response !== null) return false;
  return attempt.failure.kind === 'stalled' || (attempt.failure.kind === 'unreachable' && attempt.failure.passing);
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

function toAnswer(
  attempt: Attempt,
  retryAt: number | null,
  { url }: CheckedRequest,
  earlier: readonly Exchange[],
  keeper: Keeper,
): DoorAnswer {
  if (attempt.kind === 'failed') throw toDoorError(attempt.failure, url.href, [...earlier, attempt.exchange]);
  const { status, headers, exchange, received } = attempt;
  const sha256 = received?.body?.sha256 ?? null;
  const bytes = async (): Promise<Uint8Array> => (sha256 === null ? new Uint8Array() : keeper.readBlob(sha256));
  return {
    status,
    headers,
    exchange,
    earlier,
    retryAt,
    start: received?.start ?? new Uint8Array(),
    bytes,
    text: async () => new TextDecoder().decode(await bytes()),
  };
}

import type { Exchange } from '@embalm/store';
import pRetry from 'p-retry';
import { type AnswerAttempt, type Attempt, attemptRequest, type AttemptTools } from './attempt.ts';
import type { DoorAnswer } from './door.ts';
import { RateLimitedError } from './door-error.ts';
import { toDoorError } from './failure.ts';
import type { Keeper } from './keeper.ts';
import { readRetryAt } from './retry-at.ts';
import type { CheckedRequest } from './send-request.ts';
import type { Spacing } from './spacing.ts';

/** What asking works with. */
export interface AskTools extends AttemptTools {
  readonly spacing: Spacing;
  readonly retryDelayMs: number;
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
  const { spacing, clock } = tools;
  const { host } = request.url;
  const earlier: Exchange[] = [];
  const takeTurn = async (): Promise<void> => {
    if (await spacing.turn(host, request.timeoutMs, signal)) return;
    throw new RateLimitedError(request.url.href, host, Math.round(clock.wall() + spacing.heldFor(host)), earlier);
  };
  await takeTurn();
  const deadlineAt = clock.steady() + request.timeoutMs;
  const deadline = AbortSignal.timeout(request.timeoutMs);

  const tryOnce = async (attemptNumber: number): Promise<Attempt> => {
    if (attemptNumber > 1) await takeTurn();
    const attempt = await attemptRequest(request, tools, { signal, deadline });
    const retryAt = attempt.kind === 'answer' ? retryAtOf(attempt, tools) : null;
    if (retryAt !== null) spacing.hold(host, retryAt - clock.wall());
    if (mayFareBetter(attempt)) throw new TryAgain(attempt);
    return attempt;
  };
  const last = await pRetry(tryOnce, {
    retries,
    minTimeout: tools.retryDelayMs,
    randomize: true,
    signal,
    shouldRetry: ({ error, retryDelay }) => {
      if (!(error instanceof TryAgain)) return false;
      if (clock.steady() + Math.max(retryDelay, spacing.heldFor(host)) >= deadlineAt) return false;
      earlier.push(error.attempt.exchange);
      return true;
    },
  }).catch((error: unknown) => {
    if (error instanceof TryAgain) return error.attempt;
    throw error;
  });
  if (last.kind === 'answer') return toAnswer(last, earlier, tools);
  throw toDoorError(last.failure, request.url.href, [...earlier, last.exchange]);
}

/** Carries an attempt through the retry loop. */
class TryAgain extends Error {
  override readonly name = 'TryAgain';
  readonly attempt: Attempt;

  constructor(attempt: Attempt) {
    super('Another attempt may fare better');
    this.attempt = attempt;
  }
}

function mayFareBetter(attempt: Attempt): boolean {
  if (attempt.kind === 'answer') return attempt.status === 429 || attempt.status >= 500;
  return attempt.failure.kind === 'unreachable' && attempt.failure.passing;
}

function retryAtOf({ status, headers }: AnswerAttempt, { clock }: AskTools): number | null {
  return readRetryAt(status, headers, clock.wall());
}

function toAnswer(attempt: AnswerAttempt, earlier: readonly Exchange[], tools: AskTools): DoorAnswer {
  const { status, headers, exchange, received } = attempt;
  const bytes = (): Promise<Uint8Array> => readBody(received?.body?.sha256 ?? null, tools.keeper);
  return {
    status,
    headers,
    exchange,
    earlier,
    retryAt: retryAtOf(attempt, tools),
    start: received?.start ?? new Uint8Array(),
    bytes,
    text: async () => new TextDecoder().decode(await bytes()),
  };
}

async function readBody(sha256: string | null, keeper: Keeper): Promise<Uint8Array> {
  return sha256 === null ? new Uint8Array() : keeper.readBlob(sha256);
}

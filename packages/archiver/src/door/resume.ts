import type { BlobRef } from '@embalm/store';
import type { AnswerAttempt, Attempt } from './attempt.ts';
import type { Keeper } from './keeper.ts';
import type { ReceivedBody } from './receive-body.ts';
import type { CheckedRequest } from './send-request.ts';

/** What has come of a body that broke off, and what it takes to ask for the rest. */
export interface Held {
  /** In their order, from the first byte on. */
  readonly parts: readonly BlobRef[];
  readonly bytes: number;
  /** As `If-Range` takes it: the rest is sent only if the whole is still the same. */
  readonly validator: string;
  /** The head of the answer that began it. */
  readonly headers: ReadonlyMap<string, string>;
  readonly start: Uint8Array;
}

const rangePattern = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/;

/** Ask for what is not there yet (RFC 9110 §14.2 and §13.1.5). */
export function requestRest(request: CheckedRequest, { bytes, validator }: Held): CheckedRequest {
  const fields = [...request.fields, ['range', `bytes=${bytes}-`], ['if-range', validator]] as const;
  return { ...request, fields, maxBytes: request.maxBytes - bytes };
}

/**
 * What can be gone on with after an attempt: what it brought, with what was there before if it is the rest of that.
 *
 * @returns `null` if the next attempt has to begin from the start.
 */
export function holdOn(held: Held | null, attempt: Attempt): Held | null {
  if (attempt.kind === 'answer') return null;
  const { failure, partial } = attempt;
  if (partial === null) return held;
  const { status, headers, received } = partial;
  const part = received.body;
  if (part === null || (failure.kind !== 'unreachable' && failure.kind !== 'stalled')) return null;
  if (held !== null && isRestOf(held, status, headers)) {
    return { ...held, parts: [...held.parts, part], bytes: held.bytes + part.bytes };
  }
  const validator = validatorOf(headers);
  const coding = headers.get('content-encoding') ?? 'identity';
  if (status !== 200 || validator === null || coding !== 'identity' || part.bytes === 0) return null;
  return { parts: [part], bytes: part.bytes, validator, headers, start: received.start };
}

/** Whether an answer is the rest of what is held. */
export function isRest(held: Held, { status, headers, received }: AnswerAttempt): boolean {
  const body = received?.body ?? null;
  return body !== null && isRestOf(held, status, headers, body.bytes);
}

/** Put the parts of a body and its rest together. */
export async function joinParts(
  { parts, headers, start }: Held,
  rest: BlobRef,
  keeper: Keeper,
): Promise<{ readonly headers: Held['headers']; readonly received: ReceivedBody }> {
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    for (const { sha256 } of [...parts, rest]) yield* keeper.openBlob(sha256);
  }
  const body = await keeper.keepStream(chunks());
  return { headers, received: { body, start, end: { kind: 'whole' } } };
}

/** @param length Of the body, if it is whole: then the range must end the file. */
function isRestOf(held: Held, status: number, headers: ReadonlyMap<string, string>, length?: number): boolean {
  const [, first, last, total] = rangePattern.exec(headers.get('content-range') ?? '') ?? [];
  if (status !== 206 || Number(first) !== held.bytes) return false;
  if (length === undefined) return true;
  return Number(last) === held.bytes + length - 1 && (total === '*' || Number(total) === held.bytes + length);
}

/** A weak ETag may stand for other bytes. */
function validatorOf(headers: ReadonlyMap<string, string>): string | null {
  const tag = headers.get('etag');
  if (tag !== undefined && tag.startsWith('"')) return tag;
  return headers.get('last-modified') ?? null;
}

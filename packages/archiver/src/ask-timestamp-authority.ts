import { doorSettings, type WaySettings } from './door-settings.ts';
import { DoorError } from './door/door-error.ts';
import { keepInMemory } from './door/keep-in-memory.ts';

/** Far more than a token with the whole chain of its certificates has. */
const mostBytes = 256 * 1024;
const timeoutMs = 30_000;

/** A time stamp authority could not be asked, or did not answer. Ask later, or ask another. */
export class NoAuthorityAnswerError extends Error {
  override readonly name = 'NoAuthorityAnswerError';
  readonly url: string;

  constructor(url: string, reason: string, options?: ErrorOptions) {
    super(`The time stamp authority gave no answer: ${reason}`, options);
    this.url = url;
  }
}

/**
 * Send a query to a time stamp authority as RFC 3161, section 3.4, has it, by the rules that hold for all traffic: a public
 * address on the port of `http` or `https`, 256 KiB and 30 s at most.
 *
 * @param query `TimeStampReq`, in DER.
 * @returns What came, unread.
 * @throws {NoAuthorityAnswerError} If nothing may be asked there, or no whole answer came.
 * @throws The signal's reason, if it aborts.
 */
export async function askTimestampAuthority(
  url: string,
  query: Uint8Array,
  way: WaySettings,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { openDoor } = await import('./door/open-door.ts');
  await using door = openDoor({ ...doorSettings(way), allowedHosts: { 'time-stamps': hostOf(url) } }, keepInMemory(), {
    signal,
  });
  const answer = await door
    .ask({
      url,
      scope: 'time-stamps',
      body: query,
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      maxBytes: mostBytes,
      timeoutMs,
    })
    .catch((error: unknown) => {
      throw error instanceof DoorError ? new NoAuthorityAnswerError(url, error.message, { cause: error }) : error;
    });
  if (answer.status === 200) return answer.bytes();
  const reason = `${url} says ${answer.status}. Redirects are not followed: name the address that answers itself.`;
  throw new NoAuthorityAnswerError(url, reason);
}

/** It alone may be reached. */
function hostOf(url: string): ReadonlySet<string> {
  return new Set([URL.parse(url)?.hostname ?? '']);
}

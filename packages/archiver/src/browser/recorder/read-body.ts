import type { CDPSession } from 'playwright';
import type { RequestEvent } from './network-events.ts';

/** Bytes the browser gave out, or why it did not. */
export type ReadBody =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'missing'; readonly why: string };

/**
 * Read a response's body out of the browser. With durable messages on, text comes as text only where that is lossless:
 * measured, bodies in Latin-1, in UTF-16, with a byte order mark and in broken UTF-8 all come out byte for byte, and
 * of a broken-off one what had come.
 */
export async function readResponseBody(session: CDPSession, requestId: string): Promise<ReadBody> {
  try {
    const { body, base64Encoded } = await session.send('Network.getResponseBody', { requestId });
    return { kind: 'bytes', bytes: Buffer.from(body, base64Encoded ? 'base64' : 'utf8') };
  } catch (error) {
    return { kind: 'missing', why: `the browser does not give it out (${explanation(error)})` };
  }
}

/** The body a request was sent with, or `null` if it has none. Parts that are files are not shown by the browser. */
export function requestBody({ request }: RequestEvent): Uint8Array | null {
  const parts = request.postDataEntries ?? [];
  return parts.length === 0 ? null : Buffer.concat(parts.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
}

/** As in `cdpSession.send: Protocol error (Network.getResponseBody): No resource with given identifier found`. */
function explanation(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return first.slice(first.lastIndexOf(': ') + 1).trim();
}

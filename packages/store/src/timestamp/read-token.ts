import { fromBER } from 'asn1js';
import { ContentInfo, SignedData, TSTInfo } from 'pkijs';
import { objectIds } from './object-ids.ts';
import { TimestampError } from './timestamp-error.ts';

/** A token, taken apart. Nothing of it has been checked yet. */
export interface TimestampToken {
  readonly signed: SignedData;
  readonly info: TSTInfo;
}

/**
 * Take a `TimeStampToken` of RFC 3161 apart.
 *
 * @throws {TimestampError} If it is none.
 */
export function readToken(bytes: Uint8Array): TimestampToken {
  return readable('a token', () => {
    requireWhole(bytes);
    const content = ContentInfo.fromBER(Uint8Array.from(bytes));
    if (content.contentType !== objectIds.signedData) throw new TypeError('nothing signed is in it');
    const signed = new SignedData({ schema: content.content });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== objectIds.timestampInfo || eContent === undefined) throw new TypeError('no time is in it');
    const info = TSTInfo.fromBER(eContent.getValue());
    if (info.version !== 1) throw new TypeError(`it has version ${info.version}`);
    return { signed, info };
  });
}

/** Read what may be anything. @param what As in `a token`. */
export function readable<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TimestampError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new TimestampError('unreadable', `what came is not ${what} of RFC 3161 (${reason})`, { cause: error });
  }
}

/** The parsers pass over what follows a value. */
export function requireWhole(bytes: Uint8Array): ReturnType<typeof fromBER>['result'] {
  const { offset, result } = fromBER(Uint8Array.from(bytes));
  if (offset === -1) throw new TypeError(result.error || 'it is no DER');
  if (offset !== bytes.length) throw new TypeError(`it has ${bytes.length} bytes, and ends after ${offset}`);
  return result;
}

import { Sequence } from 'asn1js';
import { TimeStampResp } from 'pkijs';
import { readable, requireWhole } from './read-token.ts';
import { TimestampError } from './timestamp-error.ts';

/** `PKIStatus` of RFC 3161, section 2.4.2. */
const statuses = [
  'granted',
  'granted with modifications',
  'rejected',
  'waiting',
  'revocation warning',
  'revocation notification',
];
/** `PKIFailureInfo`: bits and their meaning. */
const failures = new Map([
  [0, 'unknown or unsupported algorithm'],
  [2, 'transaction not permitted or supported'],
  [5, 'the query is malformed'],
  [14, 'its time source is not available'],
  [15, 'it does not give stamps under that policy'],
  [16, 'it does not know an extension'],
  [17, 'it cannot tell what was asked to be added'],
  [25, 'a failure of its own'],
]);

/**
 * Read the token out of a `TimeStampResp`, byte by byte as the authority signed it.
 *
 * @throws {TimestampError} If there is none in it.
 */
export function readResponse(bytes: Uint8Array): Uint8Array {
  const response = readable('an answer', () => {
    const whole = requireWhole(bytes);
    return { parts: whole instanceof Sequence ? whole.valueBlock.value : [], ...parse(bytes) };
  });
  const { status, text, failure } = response;
  if (status > 1) {
    const said = [statuses[status] ?? `status ${status}`, failure, text].filter((part) => part !== '');
    throw new TimestampError('refused', `the authority gave none (${said.join('; ')})`);
  }
  const [, token] = response.parts;
  if (token === undefined) throw new TimestampError('unreadable', 'the answer says that there is one, and has none');
  return Uint8Array.from(token.valueBeforeDecodeView);
}

function parse(bytes: Uint8Array): { readonly status: number; readonly text: string; readonly failure: string } {
  const { status } = TimeStampResp.fromBER(Uint8Array.from(bytes));
  return {
    status: status.status,
    text: (status.statusStrings ?? []).map((string) => string.valueBlock.value.slice(0, 500)).join(' '),
    failure: status.failInfo === undefined ? '' : bitsOf(status.failInfo.valueBlock.valueHexView),
  };
}

function bitsOf(bytes: Uint8Array): string {
  const names: string[] = [];
  for (const [bit, name] of failures) {
    if (((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0) names.push(name);
  }
  return names.join(', ');
}

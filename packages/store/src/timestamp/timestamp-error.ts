/** What can be wrong with an answer or a token of a time stamp authority. */
export type TimestampFault =
  /** It is no answer, or no token, of RFC 3161. */
  | 'unreadable'
  /** The authority says that it gives none. */
  | 'refused'
  /** It answers another question. */
  | 'other-nonce'
  /** It stamps something else. */
  | 'other-imprint'
  /** Nobody signed it, or its bytes were changed. */
  | 'bad-signature'
  /** Its signer's certificate is not there, or is none for time stamps. */
  | 'bad-certificate'
  /** The certificate was not valid at the time that the token tells. */
  | 'expired-certificate'
  /** The certificate does not lead to an authority that is trusted. */
  | 'untrusted';

/** There is no time stamp, or one that proves nothing. Ask again, or ask another authority. */
export class TimestampError extends Error {
  override readonly name = 'TimestampError';
  readonly fault: TimestampFault;
  /** What is wrong, as a part of a sentence. */
  readonly reason: string;

  constructor(fault: TimestampFault, reason: string, options?: ErrorOptions) {
    super(`No time stamp can be relied on: ${reason}. Ask the authority again, or another one.`, options);
    this.fault = fault;
    this.reason = reason;
  }
}

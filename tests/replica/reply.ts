/** An answer of a host. The length and the encoding of the body are seen to on delivery. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /**
   * `whole` unless said otherwise. `cut` announces the whole length, sends half of the bytes and closes;
   * `stalled` sends half of them and falls silent; `unsized` sends all without saying how many they are.
   */
  readonly delivery?: 'whole' | 'cut' | 'stalled' | 'unsized';
}

/** What a client gets: an answer, or a connection reset before any. */
export type Reply = Answer | 'reset';

/** JSON, as X sends it. */
export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** A page. */
export function htmlAnswer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** Bytes of a medium. */
export function bytesAnswer(
  mediaType: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status: 200, headers: { 'content-type': mediaType, ...headers }, body };
}

/** A redirect without a body. */
export function redirectAnswer(to: string, status = 301): Answer {
  return { status, headers: { location: to }, body: '' };
}

/** A refusal in plain text. */
export function plainAnswer(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** What is wrong with an input. */
export type InputErrorCode = 'missing' | 'folder' | 'unreadable' | 'binary' | 'too-large' | 'url';

/** An input that cannot be read as an article. Its message says what happened, why, and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: InputErrorCode;
  /** The input, as it was given. */
  readonly input: string;
  /** The message without the input before it. */
  readonly reason: string;

  constructor(code: InputErrorCode, input: string, reason: string, options?: ErrorOptions) {
    super(`${input === '' ? '""' : input}: ${reason}`, options);
    this.code = code;
    this.input = input;
    this.reason = reason;
  }
}

/** Whether an error is an {@link InputError}: the input is to blame, and others may still be read. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof InputError;
}

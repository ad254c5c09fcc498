import { InvalidArgumentError } from 'commander';

/** Read a nonce: 32 to 128 hex digits, so that nobody could have guessed it. */
export function parseNonce(text: string): string {
  if (/^[0-9a-f]{32,128}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('Expected 32 to 128 hex digits, as from `openssl rand -hex 32`.');
}

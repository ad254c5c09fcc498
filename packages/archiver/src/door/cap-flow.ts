import type { Writable } from 'node:stream';

/**
 * Break a stream off once more has been piped into it than is allowed: nobody else ends an answer without end that a browser
 * reads for itself.
 *
 * @param maxBytes Of all that is piped into it together.
 */
export function capFlow(stream: Writable, maxBytes: number): void {
  let taken = 0;
  stream.on('pipe', (source) => {
    source.on('data', (chunk: Uint8Array) => {
      taken += chunk.length;
      if (taken > maxBytes) stream.destroy();
    });
  });
}

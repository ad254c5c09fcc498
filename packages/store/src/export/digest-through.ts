import { createHash } from 'node:crypto';

/** How long a stream was, and its sha256 in hex. */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

/** Pass chunks on, and tell their measure when they have ended. */
export async function* digestThrough(
  chunks: AsyncIterable<Uint8Array>,
  onEnd: (measured: Measured) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    hash.update(chunk);
    yield chunk;
  }
  onEnd({ bytes, sha256: hash.digest('hex') });
}

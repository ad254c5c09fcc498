/**
 * A buffer of at least so many bytes, and of twice as many as before, that begins as this one does. This one is gone, and
 * its memory free: what is left to be collected would add up to many times of what is in use.
 *
 * @param buffer All of its memory must be its own.
 */
export function grow(buffer: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer> {
  return Buffer.from(buffer.buffer.transfer(Math.max(length, 2 * buffer.length)));
}

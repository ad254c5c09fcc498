/**
 * Free the memory of a chunk that nobody looks at any more, at once. Of the work that a long body
 * makes, a third would be the garbage collector's.
 *
 * A chunk that has its memory not all for itself is left alone.
 */
export function freeChunk({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) buffer.transfer(0);
}

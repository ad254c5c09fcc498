/** The most bytes that a character of UTF-8 has. */
export const longestCharacter = 4;

/** Bytes `10xxxxxx`, which go on with a character of UTF-8. */
function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/**
 * The last place up to `at` at which UTF-8 can be cut so that both parts decode as the whole does, also where it is not
 * valid: before a byte that begins a character, or behind three that only go on, which is all that any character has.
 */
export function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && continues(bytes[start])) start -= 1;
  return continues(bytes[start]) ? at : start;
}

/**
 * Read a block whole.
 *
 * @returns `null` if it has more than `most` bytes; nothing is held in memory then.
 */
export async function readBlock(
  { length, block }: { readonly length: number; readonly block: AsyncIterable<Uint8Array> },
  most: number,
): Promise<Buffer | null> {
  if (length > most) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of block) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A copy of bytes with one bit of one of them turned. @param part Where: 0 is the first byte, 1 the last. */
export function flipBit(good: Buffer, part: number): Buffer {
  const bad = Buffer.from(good);
  const at = Math.round(part * (good.length - 1));
  bad.writeUInt8(good.readUInt8(at) ^ 0x04, at);
  return bad;
}

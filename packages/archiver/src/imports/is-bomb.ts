/** Text packs to a fiftieth; a thousandth is all that deflate can do. */
const mostRatio = 200;
const smallBytes = 64 * 1024 * 1024;

/** Whether bytes unpack to far more than honest ones do. */
export function isBomb(packedBytes: number, unpackedBytes: number): boolean {
  return unpackedBytes > smallBytes && unpackedBytes > mostRatio * packedBytes;
}

import type { Buffer } from 'node:buffer';

/** What a video needs of an AVIF still. */
export interface Av1Sample {
  /** The body of the `av1C` box. */
  readonly configuration: Buffer;
  /** One temporal unit without delimiter, as mp4 wants it. */
  readonly sample: Buffer;
}

/** An empty temporal delimiter with its size. */
const delimiter = '1200';

/**
 * Take the AV1 data out of an AVIF file with one image and no alpha: its `mdat` holds that image and nothing else.
 *
 * @throws {RangeError} If there is no `av1C` or no `mdat` box.
 */
export function readAv1Sample(avif: Buffer): Av1Sample {
  const data = bodyOf(avif, 'mdat');
  const hasDelimiter = data.subarray(0, 2).toString('hex') === delimiter;
  return { configuration: bodyOf(avif, 'av1C'), sample: hasDelimiter ? data.subarray(2) : data };
}

function bodyOf(file: Buffer, type: string): Buffer {
  const name = file.indexOf(type, 0, 'latin1');
  if (name < 4) throw new RangeError(`No ${type} box in this file`);
  return file.subarray(name + 4, name - 4 + file.readUInt32BE(name - 4));
}

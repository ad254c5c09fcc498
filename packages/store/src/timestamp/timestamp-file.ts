import { isSha256, layout, numberOfRecord, recordName, sha256Of } from '../layout.ts';

/** Where a token is, and what its name says. */
export interface TimestampPlace {
  /** The number of the checkpoint. */
  readonly n: number;
  /** Who was asked: the host. */
  readonly host: string;
  /** Of the file. */
  readonly sha256: string;
  /** Relative to the archive. */
  readonly path: string;
}

const namePattern = /^(\d{6,9})\.([a-z0-9][a-z0-9.-]{0,99})\.([0-9a-f]{64})\.tst$/;

/** The most bytes that a token may have: such with the whole chain of their certificates have less than ten thousand. */
export const mostTokenBytes = 131_072;

/** A host as a part of a file's name. One that cannot be is named by its digest. */
export function hostName(host: string): string {
  return /^[a-z0-9][a-z0-9.-]{0,99}$/.test(host) ? host : sha256Of(host).slice(0, 32);
}

/** Where the token of checkpoint `n` is: `checkpoints/000001.<host>.<sha256>.tst`. */
export function timestampPlace(n: number, host: string, sha256: string): TimestampPlace {
  const name = hostName(host);
  return {
    n,
    host: name,
    sha256,
    path: `${layout.checkpoints}/${recordName(n).replace(/json$/, `${name}.${sha256}.tst`)}`,
  };
}

/** What the name of a file among the checkpoints says, or `null` if it is not that of a token. */
export function placeOfTimestamp(name: string): TimestampPlace | null {
  const [, digits = '', host = '', sha256 = ''] = namePattern.exec(name) ?? [];
  const n = numberOfRecord(`${digits}.json`);
  return n === null || !isSha256(sha256) ? null : { n, host, sha256, path: `${layout.checkpoints}/${name}` };
}

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StoredCheckpoint } from '../checkpoint/checkpoint-file.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { sha256Of } from '../layout.ts';
import { type CheckedTimestamp, checkToken, requireImprint, requireNonce } from './check-token.ts';
import { listTimestamps } from './list-timestamps.ts';
import { readResponse } from './read-response.ts';
import { readTimestamp } from './read-timestamp.ts';
import { readToken } from './read-token.ts';
import { TimestampError } from './timestamp-error.ts';
import { hostName, mostTokenBytes, timestampPlace } from './timestamp-file.ts';
import { createTimestampQuery } from './timestamp-query.ts';

/** Who gives time stamps, and the way there: the store itself asks nobody. */
export interface TimestampAuthority {
  /** Its host, in lower case, as in `timestamp.example`. */
  readonly host: string;
  /** Send a query of RFC 3161, in DER, and resolve to the answer as it came. */
  readonly ask: (query: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** A time stamp as it is in the archive. */
export interface StoredTimestamp extends CheckedTimestamp {
  /** The token's file, relative to the archive. */
  readonly path: string;
  /** Of the token's file. */
  readonly sha256: string;
}

/**
 * Have a time stamp authority sign when a checkpoint existed, and keep its token beside it. One that is there already is
 * checked and returned, and nobody is asked.
 *
 * @throws {TimestampError} If it gives none, or one that proves nothing: that is not kept.
 * @throws What `ask` throws.
 */
export async function stampCheckpoint(
  root: string,
  files: DurableFiles,
  checkpoint: Pick<StoredCheckpoint, 'path' | 'checkpoint'>,
  authority: TimestampAuthority,
): Promise<StoredTimestamp> {
  const stamped = await readFile(join(root, checkpoint.path));
  const { n } = checkpoint.checkpoint;
  const name = hostName(authority.host);
  const known = (await listTimestamps(root)).find((place) => place.n === n && place.host === name);
  if (known !== undefined) {
    const { path, sha256 } = known;
    return { path, sha256, ...(await checkToken(await readTimestamp(root, known), stamped, [])) };
  }
  const digest = sha256Of(stamped);
  const query = createTimestampQuery(digest);
  const bytes = readResponse(await authority.ask(query.bytes));
  if (bytes.length > mostTokenBytes) throw new TimestampError('unreadable', `it has ${bytes.length} bytes`);
  const token = readToken(bytes);
  requireNonce(token, query.nonce);
  requireImprint(token, digest);
  const checked = await checkToken(bytes, stamped, []);
  const { path, sha256 } = timestampPlace(n, authority.host, sha256Of(bytes));
  await files.ensureDirectory(dirname(join(root, path)));
  await using temporary = await files.createTemporary();
  await temporary.append(bytes);
  await temporary.finish();
  // Whoever was faster has written the same bytes: the name is their digest.
  await temporary.claim(join(root, path));
  return { path, sha256, ...checked };
}

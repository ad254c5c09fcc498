import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Archive, openArchive, type StoredCheckpoint, TimestampError } from '@embalm/store';
import { loadSigningKey } from '@embalm/store/export';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions, ProxyOptions } from '../options/shared-options.ts';
import { printable } from '../print/printable.ts';
import { timestampLine } from '../print/timestamp-line.ts';
import { readProxySettings } from '../options/read-proxy-settings.ts';
import type { SigningOptions } from '../options/signing-key.ts';
import type { TimestampOptions } from '../options/timestamp-options.ts';

interface CheckpointOptions extends ArchiveOptions, OutputOptions, SigningOptions, ProxyOptions, TimestampOptions {
  readonly publicKey?: boolean;
}

/** `embalm checkpoint`: sign what the archive holds now; print the checkpoint, to be kept elsewhere too. */
export async function checkpoint(options: CheckpointOptions, io: Io): Promise<ExitCode> {
  const key = await loadSigningKey(options.key);
  if (options.publicKey === true) {
    io.out.line(publicKeyOf(key));
    return exitCodes.done;
  }
  await using archive = await openArchive(options.archive, { create: false });
  const stored = await archive.checkpoint(key, io.signal);
  const { checkpoint: made, sha256, path } = stored;
  const asText = io.out.isTerminal && options.json !== true;
  io.out.line(
    asText ? `${path} · ${made.at} · root ${made.root}` : JSON.stringify({ type: 'checkpoint', path, sha256, ...made }),
  );
  const failures = await stamp(archive, stored, options, io);
  if (asText && options.quiet !== true) {
    io.err.line(`Keep a copy of ${path} elsewhere: \`embalm verify --checkpoint FILE\` then shows what was dropped.`);
  }
  return failures === 0 ? exitCodes.done : exitCodes.incomplete;
}

/** @returns How many authorities gave no stamp. The checkpoint stands all the same. */
async function stamp(
  archive: Archive,
  stored: StoredCheckpoint,
  options: CheckpointOptions,
  { out, err, signal }: Io,
): Promise<number> {
  if (options.tsa.length === 0) return 0;
  const { askTimestampAuthority, NoAuthorityAnswerError } = await import('@embalm/archiver');
  const way = await readProxySettings(options);
  let failures = 0;
  for (const url of options.tsa) {
    try {
      const ask = (query: Uint8Array): Promise<Uint8Array> => askTimestampAuthority(url, query, way, signal);
      const timestamp = await archive.timestamp(stored, { host: new URL(url).hostname, ask });
      const asText = out.isTerminal && options.json !== true;
      out.line(asText ? timestampLine(timestamp) : JSON.stringify({ type: 'timestamp', url, ...timestamp }));
    } catch (error) {
      if (!(error instanceof NoAuthorityAnswerError || error instanceof TimestampError)) throw error;
      failures += 1;
      err.line(`embalm: ${url}: ${printable(error.message)} ${stored.path} is made; run again for the time stamp.`);
    }
  }
  return failures;
}

function publicKeyOf(key: KeyObject): string {
  return String(createPublicKey(key).export({ format: 'pem', type: 'spki' })).trimEnd();
}

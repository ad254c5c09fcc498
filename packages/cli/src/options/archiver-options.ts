import type { OpenArchiverOptions } from '@embalm/archiver';
import type { Archive } from '@embalm/store';
import type { Io } from '../io.ts';
import type { CaptureOptions, NetworkOptions } from './shared-options.ts';
import { readContact } from './read-contact.ts';
import { readProxySettings } from './read-proxy-settings.ts';

/**
 * What the command line says, as the archiver takes it.
 *
 * @throws {UsageError} If the proxy's URL, its authority's file or the contact is not usable.
 */
export async function archiverOptions(options: NetworkOptions, archive: Archive, io: Io): Promise<OpenArchiverOptions> {
  return {
    ...(await captureSettings(options, archive, io)),
    offline: options.offline === true,
    again: options.again === true,
    onNotice: (notice) => io.err.line(`embalm: ${notice}`),
  };
}

/** What the command line says of captures. @throws As {@link archiverOptions}. */
export async function captureSettings(
  options: CaptureOptions,
  archive: Archive,
  { signal }: Io,
): Promise<Omit<OpenArchiverOptions, 'offline' | 'onNotice'>> {
  return {
    ...(await readProxySettings(options)),
    contact: readContact(options.contact),
    ...(options.spacing === undefined ? {} : { spacingMs: options.spacing }),
    witnesses: options.witness ?? [],
    ...(options.maxMedia === undefined ? {} : { maxMediaBytes: options.maxMedia }),
    archive,
    browser: options.browser,
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
    signal,
  };
}

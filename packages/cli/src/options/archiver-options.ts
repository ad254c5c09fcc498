import type { OpenArchiverOptions } from '@embalm/archiver';
import type { Io } from '../io.ts';
import type { CaptureOptions, NetworkOptions } from './shared-options.ts';
import { readContact } from './read-contact.ts';
import { readProxySettings } from './read-proxy-settings.ts';

/**
 * What the command line says, as the archiver takes it.
 *
 * @throws {UsageError} If the proxy's URL, its authority's file or the contact is not usable.
 */
export async function archiverOptions(options: NetworkOptions, io: Io): Promise<Omit<OpenArchiverOptions, 'archive'>> {
  return {
    ...(await captureSettings(options, io)),
    offline: options.offline === true,
    again: options.again === true,
    onNotice: (notice) => io.err.line(`embalm: ${notice}`),
  };
}

/** What the command line says of captures. @throws As {@link archiverOptions}. */
export async function captureSettings(
  options: CaptureOptions,
  { signal }: Io,
): Promise<Omit<OpenArchiverOptions, 'archive' | 'offline' | 'onNotice'>> {
  return {
    ...(await readProxySettings(options)),
    contact: readContact(options.contact),
    ...(options.spacing === undefined ? {} : { spacingMs: options.spacing }),
    witnesses: options.witness ?? [],
    ...(options.maxMedia === undefined ? {} : { maxMediaBytes: options.maxMedia }),
    browser: options.browser,
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
    signal,
  };
}

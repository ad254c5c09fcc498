import { fstatSync } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { UsageError } from './usage-error.ts';

/**
 * Open standard input.
 *
 * @param signal Ends the waiting for it, with an error.
 * @throws {UsageError} If it is a folder, of which Node would say that it is empty.
 */
export function openStdin(signal: AbortSignal): AsyncIterable<Uint8Array> {
  const { stdin } = process;
  if (isFolder(stdin.fd)) throw new UsageError('Standard input is a folder, not a file. Name the folder as an input.');
  return addAbortSignal(signal, stdin);
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    // It is closed: then it is empty.
    return false;
  }
}

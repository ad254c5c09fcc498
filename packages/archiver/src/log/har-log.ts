import { open } from 'node:fs/promises';
import type { Exchange } from '@embalm/store';
import { version } from '../version.ts';
import { toHarEntry } from './har-entry.ts';

/** Takes down every exchange of a run, for who wants to know what happened. Disposing of it closes it. */
export interface ExchangeLog extends AsyncDisposable {
  /** Writing goes on in the background; what goes wrong there is thrown when the log is closed. */
  write(exchange: Exchange): void;
}

const head = `{"log":{"version":"1.2","creator":${JSON.stringify({ name: 'embalm', version })},"entries":[\n`;
const tail = '\n]}}\n';

/**
 * Open a log in the HTTP Archive format (HAR 1.2), as the network panels of browsers open it. After each entry the file is
 * whole: a run that is broken off leaves one that can be read. Nothing of it stays in memory.
 *
 * @param path A file of that name is replaced.
 * @throws What the file system throws.
 */
export async function openHarLog(path: string): Promise<ExchangeLog> {
  const file = await open(path, 'w', 0o600);
  let end = Buffer.byteLength(head);
  let isFirst = true;
  let written: Promise<unknown> = file.write(head + tail, 0);
  written.catch(() => {});
  return {
    write(exchange) {
      const text = `${isFirst ? '' : ',\n'}${JSON.stringify(toHarEntry(exchange))}`;
      isFirst = false;
      const position = end;
      end += Buffer.byteLength(text);
      written = written.then(() => file.write(text + tail, position));
      written.catch(() => {});
    },
    async [Symbol.asyncDispose]() {
      try {
        await written;
      } finally {
        await file.close();
      }
    },
  };
}

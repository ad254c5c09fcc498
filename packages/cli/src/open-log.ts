import { type ExchangeLog, openHarLog } from '@embalm/archiver';
import { UsageError } from './usage-error.ts';

const noLog: ExchangeLog = { write() {}, async [Symbol.asyncDispose]() {} };

/**
 * Open the log that `--log` names; without one, nothing is logged.
 *
 * @throws {UsageError} If the file cannot be written; also when it is closed.
 */
export async function openLog(path: string | undefined): Promise<ExchangeLog> {
  if (path === undefined) return noLog;
  const explain = (error: unknown): never => {
    throw new UsageError(`--log: ${path} cannot be written.`, { cause: error });
  };
  const log = await openHarLog(path).catch(explain);
  return {
    write: (exchange) => log.write(exchange),
    [Symbol.asyncDispose]: async () => log[Symbol.asyncDispose]().then(undefined, explain),
  };
}

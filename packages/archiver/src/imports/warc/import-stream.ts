import { parseJson } from '../../payloads/parse-json.ts';
import { contentOf, type PayloadReading } from '../../payloads/payload-reading.ts';
import { evidenceOf } from '../evidence-of.ts';
import type { ImportJob } from '../import-job.ts';
import { keepReading } from '../keep-post.ts';
import type { MediaShelf } from '../media-shelf.ts';
import { createPendingBlob } from '../pending-blob.ts';
import { splitPayload } from '../split-payload.ts';
import type { WarcResponse } from './response-of.ts';

/** Import the posts of an answer that goes on for hours, as those of X's streaming APIs did: a payload a line, and empty lines meanwhile. */
export async function importStream(
  job: ImportJob,
  { body, exchange, pending }: WarcResponse,
  shelf: MediaShelf,
): Promise<void> {
  const begun = exchange.startedAt;
  for (const line of body.toString('utf8').split('\n')) {
    const payload = line.trim() === '' ? undefined : parseJson(line);
    if (payload === undefined) continue;
    for (const reading of splitPayload(payload, { at: begun })) {
      if (contentOf(reading) === null) continue;
      const own = createPendingBlob(job.archive, Buffer.from(line));
      const evidence = evidenceOf('json', own.ref, exchange.url);
      const at = laterOf(begun, reading);
      const origin = { at, asked: null, exchanges: [exchange], evidence, pending: [pending, own] };
      await keepReading(job, reading, origin, shelf);
    }
  }
}

/** The file says when the answer began; a post came when it was written, or after. */
function laterOf(begun: string, reading: PayloadReading): string {
  const createdAt = contentOf(reading)?.createdAt ?? begun;
  return createdAt > begun ? createdAt : begun;
}

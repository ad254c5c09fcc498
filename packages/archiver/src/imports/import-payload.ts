import { evidenceOf } from './evidence-of.ts';
import type { ImportJob } from './import-job.ts';
import { keepReading } from './keep-post.ts';
import { createMediaShelf } from './media-shelf.ts';
import { createPendingBlob } from './pending-blob.ts';
import { readPart } from './x-export/read-part.ts';
import { parseJson } from '../payloads/parse-json.ts';
import { splitPayload } from './split-payload.ts';
import { postOf } from '../payloads/payload-reading.ts';
import { readPage } from '../payloads/read-page.ts';

/** A payload has no more: it is held in memory. */
export const mostPayloadBytes: number = 256 * 1024 * 1024;

/**
 * Import recorded payloads: JSON of any generation, JSON Lines, or the saved page of a post.
 *
 * @param at When they were recorded, as far as the file says.
 */
export async function importPayload(job: ImportJob, bytes: Uint8Array, at: string): Promise<void> {
  const text = new TextDecoder().decode(bytes);
  const whole = text.startsWith('window.') ? readPart(text) : parseJson(text);
  if (whole !== undefined) return importText(job, bytes, at, whole);
  const start = text.trimStart().charAt(0);
  if (start === '<') return importText(job, bytes, at, text);
  if (start !== '{' && start !== '[') {
    job.problems.push('it is neither JSON, nor JSON Lines, nor a page');
    return;
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const payload = parseJson(line);
    if (payload === undefined) job.problems.push(`line ${index + 1} is no JSON`);
    else await importText(job, Buffer.from(line), at, payload, `line ${index + 1} `);
  }
}

async function importText(job: ImportJob, bytes: Uint8Array, at: string, payload: unknown, where = ''): Promise<void> {
  const readings = typeof payload === 'string' ? readPage(payload, { at }) : splitPayload(payload, { at });
  if (!readings.some((reading) => postOf(reading) !== null)) {
    const isNotice = readings.some(({ kind: found }) => found === 'tombstone');
    job.problems.push(
      `${where === '' ? 'it ' : where}${isNotice ? 'holds a notice, and does not say of which post' : 'names no post'}`,
    );
    return;
  }
  const kind = typeof payload === 'string' ? 'html' : 'json';
  const pending = createPendingBlob(job.archive, bytes);
  const evidence = evidenceOf(kind, pending.ref, null);
  for (const reading of readings) {
    const origin = { at, asked: null, exchanges: [], evidence, pending: [pending] };
    await keepReading(job, reading, origin, createMediaShelf());
  }
}

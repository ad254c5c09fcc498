import { xSites } from '../../x-sites.ts';
import { readPage } from '../../payloads/read-page.ts';
import { evidenceOf } from '../evidence-of.ts';
import type { ImportJob } from '../import-job.ts';
import { parseJson } from '../../payloads/parse-json.ts';
import { keepReading } from '../keep-post.ts';
import { createMediaShelf, type MediaShelf } from '../media-shelf.ts';
import { postOfPayloadUrl, splitPayload } from '../split-payload.ts';
import { restoreRecord } from '../restore-record.ts';
import { importStream } from './import-stream.ts';
import { readBlock } from './read-block.ts';
import { readWarc, type WarcEntry } from './read-warc.ts';
import { responseOf, type WarcResponse } from './response-of.ts';

/** Longer bodies are passed over, and named. */
const mostBodyBytes = 128 * 1024 * 1024;
const mediaHosts: ReadonlySet<string> = new Set(xSites.mediaHosts);
/** Where posts are answered: pages, and APIs of every age. */
const payloadHosts: ReadonlySet<string> = new Set([
  ...xSites.statusHosts,
  ...xSites.oembedHosts,
  'api.twitter.com',
  'api.x.com',
  'stream.twitter.com',
  'cdn.syndication.twimg.com',
  'publish.x.com',
]);

/** Opens the WARC file, unpacked, from its beginning. */
export type OpenWarc = () => AsyncIterable<Uint8Array>;

/**
 * Import posts from WARC files: first the media in them are put by, then what X answered is read. Records that embalm
 * wrote into a file are read as such.
 *
 * @param isOwn Whether the user's own key signed it.
 */
export async function importWarc(job: ImportJob, open: OpenWarc, isOwn: boolean): Promise<void> {
  const shelf = createMediaShelf();
  let hasRecords = false;
  for await (const entry of readWarc(open())) {
    job.goOn();
    hasRecords ||= isRecord(entry);
    if (isResponseOf(entry, mediaHosts)) {
      const found = await readResponse(job, entry);
      if (found?.exchange.response?.status === 200) await shelve(shelf, found);
    }
  }
  for await (const entry of readWarc(open())) {
    job.goOn();
    if (hasRecords) await keepForRecords(job, entry, isOwn);
    else if (isResponseOf(entry, payloadHosts)) await importResponse(job, entry, shelf);
  }
}

/** Which of them posts name is known only when all have been read. */
async function shelve(shelf: MediaShelf, { url, body, exchange, pending }: WarcResponse): Promise<void> {
  await pending.keep();
  await shelf.put(url, body, pending.ref, exchange);
}

async function importResponse(job: ImportJob, entry: WarcEntry, shelf: MediaShelf): Promise<void> {
  const found = await readResponse(job, entry);
  if (found === null) return;
  const { exchange, url, mediaType, pending } = found;
  const at = exchange.startedAt;
  const text = found.body.toString('utf8');
  const payload = parseJson(text);
  if (payload === undefined && mediaType !== 'text/html') return importStream(job, found, shelf);
  const asked = postOfPayloadUrl(url);
  const post = asked === null ? {} : { post: asked };
  const readings = payload === undefined ? readPage(text, { at, ...post }) : splitPayload(payload, { at });
  const evidence = evidenceOf(payload === undefined ? 'html' : 'json', pending.ref, url);
  for (const reading of readings) {
    await keepReading(job, reading, { at, asked, exchanges: [exchange], evidence, pending: [pending] }, shelf);
  }
}

/** A file with records of embalm holds what they name: bodies come before the record that names them. */
async function keepForRecords(job: ImportJob, entry: WarcEntry, isOwn: boolean): Promise<void> {
  if (!isRecord(entry) && !mayBeNamed(entry)) return;
  const block = await readBlock(entry, mostBodyBytes);
  if (block === null) return void job.problems.push(tooLong(entry));
  if (isRecord(entry)) return restoreRecord(job, block, isOwn);
  const isHttp = (entry.fields.get('content-type') ?? '').startsWith('application/http');
  const end = isHttp ? block.indexOf('\r\n\r\n') + 4 : 0;
  await job.archive.keep(block.subarray(end));
}

async function readResponse(job: ImportJob, entry: WarcEntry): Promise<WarcResponse | null> {
  const block = await readBlock(entry, mostBodyBytes);
  if (block === null) {
    job.problems.push(tooLong(entry));
    return null;
  }
  try {
    return responseOf(entry, block, job.archive);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    job.problems.push(`the response at byte ${entry.offset} cannot be unpacked: ${error.message}`);
    return null;
  }
}

function isResponseOf({ fields }: WarcEntry, hosts: ReadonlySet<string>): boolean {
  if (fields.get('warc-type') !== 'response') return false;
  const uri = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  return hosts.has(URL.parse(uri)?.hostname ?? '');
}

/** What an export says once more for others (a post's content, who made the file) stands in the record itself. */
function mayBeNamed({ fields }: WarcEntry): boolean {
  const isBody = ['response', 'resource', 'request'].includes(fields.get('warc-type') ?? '');
  return isBody && !/^urn:embalm:[^/]*\/(?:post|page)\.json$/.test(fields.get('warc-target-uri') ?? '');
}

function isRecord({ fields }: WarcEntry): boolean {
  return fields.get('warc-type') === 'metadata' && (fields.get('warc-target-uri') ?? '').startsWith('urn:embalm:');
}

function tooLong({ offset, length }: WarcEntry): string {
  return `the record at byte ${offset} has ${length} bytes, more than are read`;
}

import { parseJson } from './parse-json.ts';
import type { PayloadReading, ReadOptions } from './payload-reading.ts';
import { readGraphqlPayload } from './read-graphql-payload.ts';
import { readPage } from './read-page.ts';
import { readOembedPayload } from './read-oembed-payload.ts';
import { readSyndicationPayload } from './read-syndication-payload.ts';
import { readV1Payload } from './read-v1-payload.ts';
import { readV2Payload } from './read-v2-payload.ts';
import type { JsonObject } from './json-object.ts';

/** Read what may be a payload of any generation, or the page of a post: archives do not say. */
export function readAnyPayload(text: string, options: ReadOptions): PayloadReading {
  const start = text.trimStart().charAt(0);
  if (start !== '{' && start !== '[') return readPage(text, options)[0];
  return readAnyJson(parseJson(text), options);
}

/** As {@link readAnyPayload}, of JSON that is parsed already. */
export function readAnyJson(payload: unknown, options: ReadOptions): PayloadReading {
  const record = typeof payload === 'object' && payload !== null ? (payload as JsonObject) : {};
  return readerOf(record)(payload, options);
}

function readerOf(payload: JsonObject): (payload: unknown, options: ReadOptions) => PayloadReading {
  if (has(payload, 'html')) return readOembedPayload;
  if (has(payload, 'data')) return isV2(payload['data']) ? readV2Payload : readGraphqlPayload;
  if (has(payload, 'rest_id') || has(payload, 'content')) return readGraphqlPayload;
  if (has(payload, '__typename')) return readSyndicationPayload;
  return has(payload, 'id') && has(payload, 'text') && !has(payload, 'id_str') ? readV2Payload : readV1Payload;
}

function isV2(data: unknown): boolean {
  return Array.isArray(data) || (typeof data === 'object' && data !== null && has(data as JsonObject, 'text'));
}

function has(record: JsonObject, key: string): boolean {
  return Object.hasOwn(record, key);
}

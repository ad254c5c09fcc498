import type { Post } from '@embalm/post';
import type { PayloadDiagnostic } from '../src/payloads/payload-diagnostic.ts';
import type { PayloadReading } from '../src/payloads/payload-reading.ts';
import { readSyndicationPayload } from '../src/payloads/read-syndication-payload.ts';

/** When the payloads of tests come. */
export const readAt = '2026-01-02T03:04:05.678Z';

/** Read a payload. */
export function readPayload(payload: unknown): PayloadReading {
  return readSyndicationPayload(payload, { at: readAt });
}

/** Read a payload that holds a post. */
export function readLivePost(payload: unknown): Post {
  const reading = readPayload(payload);
  if (reading.kind !== 'live') throw new Error(`Expected a post, got ${reading.kind}`);
  return reading.post;
}

/** What is wrong with a payload. */
export function diagnosePayload(payload: unknown): readonly PayloadDiagnostic[] {
  return readPayload(payload).diagnostics;
}

import { readSyndicationPayload } from '../src/payloads/read-syndication-payload.js';
/** When the payloads of tests come. */
export const readAt = '2026-01-02T03:04:05.678Z';
/** Read a payload. */
export function readPayload(payload) {
  return readSyndicationPayload(payload, { at: readAt });
}
/** Read a payload that holds a post. */
export function readLivePost(payload) {
  const reading = readPayload(payload);
  if (reading.kind !== 'live') throw new Error(`Expected a post, got ${reading.kind}`);
  return reading.post;
}
/** What is wrong with a payload. */
export function diagnosePayload(payload) {
  return readPayload(payload).diagnostics;
}
//# sourceMappingURL=read-payload.js.map

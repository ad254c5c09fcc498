import type { Post } from '@embalm/post';
import type { PayloadDiagnostic } from '../src/payloads/payload-diagnostic.ts';
import type { PayloadReading } from '../src/payloads/payload-reading.ts';
/** When the payloads of tests come. */
export declare const readAt = '2026-01-02T03:04:05.678Z';
/** Read a payload. */
export declare function readPayload(payload: unknown): PayloadReading;
/** Read a payload that holds a post. */
export declare function readLivePost(payload: unknown): Post;
/** What is wrong with a payload. */
export declare function diagnosePayload(payload: unknown): readonly PayloadDiagnostic[];
//# sourceMappingURL=read-payload.d.ts.map

import type { Observation, PostId, Source as SourceName } from '@embalm/post';
import type { Exchange, StoredFile } from '@embalm/store';
import type { Door } from '../door/door.ts';
import type { PayloadDiagnostic } from '../payloads/payload-diagnostic.ts';

/** One place to ask for a post. Each source is a file of its own; they are tried in order. */
export interface Source {
  readonly name: SourceName;
  /**
   * Ask for one post. What a source answers is an observation, never an exception: no network and broken payloads are
   * `unreachable`.
   *
   * @throws {NoBrowserError} If the source needs a browser and there is none.
   * @throws The signal's reason, if it aborts.
   */
  observe(post: PostId, context: SourceContext): Promise<Answer>;
}

/** What a source works with. */
export interface SourceContext {
  readonly door: Door;
  /** Keeps bytes; resolves when they are durable. */
  readonly keep: (bytes: Uint8Array) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** For one capture, in ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What came of it, with all evidence. */
export interface Answer {
  readonly observation: Observation;
  /** Fields of the payload that were not as they used to be; absent if the source has none. */
  readonly diagnostics?: readonly PayloadDiagnostic[];
  readonly exchanges: readonly Exchange[];
  readonly files: Readonly<Record<string, StoredFile>>;
}

import type { Observation, PostId, Source as SourceName } from '@embalm/post';
import type { Exchange, Memento, StoredFile } from '@embalm/store';
import type { Door } from '../door/door.ts';
import type { Keeper } from '../door/keeper.ts';
import type { PayloadDiagnostic } from '../payloads/payload-diagnostic.ts';

/** One place to ask for a post. Each source is a file of its own; they are tried in order. */
export interface Source {
  readonly name: SourceName;
  /**
   * What its word is worth. `x`: it says what the post is now. `witness`: it is X's too, but may be out of date, so it is
   * never alone to say that a post is live. `hearsay`: others say what X told them; it decides nothing, but may confirm that
   * a post is gone. `archive`: it says what the post was.
   */
  readonly kind: 'x' | 'witness' | 'hearsay' | 'archive';
  /**
   * Ask for one post. What a source answers is an observation, never an exception: no network and broken payloads are
   * `unreachable`.
   *
   * @throws {NoBrowserError} If the source needs a browser and there is none.
   * @throws The signal's reason, if it aborts.
   */
  observe(post: PostId, context: SourceContext): Promise<Answer>;
}

/** What an article says that helps to find a post. */
export interface PostHint {
  /** Without `@`. */
  readonly handle: string | null;
  /** ISO 8601. */
  readonly date: string | null;
}

/** What a source works with. */
export interface SourceContext {
  /** Absent if nothing is known but the id. */
  readonly hint?: PostHint;
  readonly door: Door;
  /** Keeps bytes; resolves when they are durable. */
  readonly keep: (bytes: Uint8Array) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Keeps bytes as they come; absent where long bodies cannot come. */
  readonly keepStream?: Keeper['keepStream'] | undefined;
  /** For one capture, in ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What came of it, with all evidence. */
export interface Answer {
  readonly observation: Observation;
  /** Fields of the payload that were not as they used to be; absent if the source has none. */
  readonly diagnostics?: readonly PayloadDiagnostic[];
  /** The endpoint that said that there is no such post; absent if none did. */
  readonly notFoundAt?: string | undefined;
  /** Where in an archive the post was found; absent if it was not. */
  readonly memento?: Memento | undefined;
  readonly exchanges: readonly Exchange[];
  readonly files: Readonly<Record<string, StoredFile>>;
}

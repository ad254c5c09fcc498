import { pipeline, type Readable } from 'node:stream';
import { type BlobRef, streamPieceBytes } from '@embalm/store';
import { createContentDecoder } from './content-decoder.ts';
import type { IdleWatch } from './idle-watch.ts';
import type { Keeper } from './keeper.ts';
import { readInPieces } from './read-in-pieces.ts';

/** What came of a body. */
export interface ReceivedBody {
  /** What arrived, decoded, up to the limit; `null` if nothing was read. */
  readonly body: BlobRef | null;
  /** Its first bytes. */
  readonly start: Uint8Array;
  readonly end: BodyEnd;
}

/** How a body ended. */
export type BodyEnd =
  | { readonly kind: 'whole' }
  | { readonly kind: 'too-large' }
  /** Its coding is not known, so it is kept encoded; or it broke its coding. */
  | { readonly kind: 'undecodable'; readonly reason: string }
  | { readonly kind: 'broken-off'; readonly error: unknown };

const startLength = 64;

/**
 * Keep a body as it arrives. Whatever ends it early, what has arrived is kept.
 *
 * @param maxBytes The most to take, counted after decoding: a bomb ends there.
 * @throws What the keeper throws, as when the disk is full.
 */
export async function receiveBody(
  stream: Readable,
  headers: ReadonlyMap<string, string>,
  maxBytes: number,
  keeper: Keeper,
  idle: Pick<IdleWatch, 'took'>,
): Promise<ReceivedBody> {
  // Once nobody reads any more, an error of the stream concerns nobody.
  stream.on('error', () => {});
  try {
    if (Number(headers.get('content-length')) > maxBytes) {
      return { body: null, start: new Uint8Array(), end: { kind: 'too-large' } };
    }
    const receiving = new Receiving(stream, headers.get('content-encoding'), maxBytes, idle);
    const body = await keeper.keepStream(receiving.chunks());
    return { body, start: receiving.start, end: receiving.end };
  } finally {
    stream.destroy();
  }
}

/** The body on its way to the keeper. It never fails there: a keeper's own failures are to be told from the network's. */
class Receiving {
  start: Uint8Array = new Uint8Array();
  end: BodyEnd = { kind: 'whole' };
  readonly #stream: Readable;
  readonly #coding: string | undefined;
  readonly #maxBytes: number;
  readonly #idle: Pick<IdleWatch, 'took'>;
  #taken = 0;
  #decodes = false;

  constructor(stream: Readable, coding: string | undefined, maxBytes: number, idle: Pick<IdleWatch, 'took'>) {
    this.#stream = stream;
    this.#idle = idle;
    this.#coding = coding;
    this.#maxBytes = maxBytes;
  }

  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      const stream = this.#decoded();
      // A decoder may still have its chunk in hand.
      const ownsChunks = !this.#decodes;
      yield* readInPieces(stream, { pieceBytes: streamPieceBytes, ownsChunks, take: (chunk) => this.#take(chunk) });
    } catch (error) {
      this.end = this.#whyEnded(error);
    }
  }

  /** @returns How many of the chunk's bytes are to be kept. */
  #take(chunk: Uint8Array): number {
    const part = chunk.subarray(0, this.#maxBytes - this.#taken);
    if (part.length < chunk.length) this.end = { kind: 'too-large' };
    this.#taken += part.length;
    this.#idle.took(part.length);
    this.#peek(part);
    return part.length;
  }

  #decoded(): Readable {
    const decoder = createContentDecoder(this.#coding);
    if (decoder === undefined) this.end = { kind: 'undecodable', reason: `its coding ${this.#coding} is not known` };
    if (decoder === null || decoder === undefined) return this.#stream;
    this.#decodes = true;
    // The reader of the decoder sees the error as well.
    return pipeline(this.#stream, decoder, () => {});
  }

  #peek(part: Uint8Array): void {
    if (this.start.length >= startLength) return;
    this.start = Buffer.concat([this.start, part.subarray(0, startLength - this.start.length)]);
  }

  #whyEnded(error: unknown): BodyEnd {
    if (this.#decodes && this.#stream.errored === null) {
      return { kind: 'undecodable', reason: `its ${this.#coding} coding is broken` };
    }
    return { kind: 'broken-off', error: this.#stream.errored ?? error };
  }
}

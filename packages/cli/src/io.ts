/** What a command may do besides its work: write, and notice that it should stop. */
export interface Io {
  /** Results. */
  readonly out: Stream;
  /** Progress and diagnostics. */
  readonly err: Stream;
  readonly signal: AbortSignal;
  /** Bytes of standard input. */
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** One of the two ways out. */
export interface Stream {
  /** Writes a line; a line feed is added. */
  line(text: string): void;
  /** Writes bytes as they are. Resolves when they are no longer needed, and more may be written. */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when whoever reads has taken enough for more to be written. */
  drained(): Promise<void>;
  readonly isTerminal: boolean;
  /** How wide a line may be, in terminal columns. */
  readonly columns: number;
  readonly colors: boolean;
}

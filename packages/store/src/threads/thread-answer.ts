/** What a thread sends back for a piece. */
export interface ThreadAnswer {
  readonly result?: unknown;
  readonly error?: unknown;
}

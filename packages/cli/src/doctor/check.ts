/** What a look at one part of this machine found. */
export interface Check {
  readonly name: string;
  /** `warning`: embalm works, but not as well as it could. */
  readonly result: 'ok' | 'warning' | 'failure';
  readonly detail: string;
  /** What to do about it, or `null` if there is nothing to do. */
  readonly remedy: string | null;
}

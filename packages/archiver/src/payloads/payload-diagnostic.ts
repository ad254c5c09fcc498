/** A field of a payload that is not as it was when this program was written. What it held is left out of the post. */
export interface PayloadDiagnostic {
  /** As in `quoted_tweet.entities.urls[2]`. */
  readonly path: string;
  /** `missing`: it always was there. `surprising`: what is there does not fit. */
  readonly problem: 'missing' | 'surprising';
}

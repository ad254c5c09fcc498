import type { Forgotten } from './forgotten.ts';

/** The post was erased on request, and nobody said to keep it again. */
export class ForgottenPostError extends Error {
  override readonly name = 'ForgottenPostError';
  readonly forgotten: Forgotten;

  constructor(forgotten: Forgotten) {
    const { post, at, why } = forgotten;
    super(`${post} was forgotten on ${at.slice(0, 10)} (${why}). Nothing is kept of it, unless you say --again.`);
    this.forgotten = forgotten;
  }
}

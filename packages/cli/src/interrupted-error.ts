/** The user, or the system, asked the command to stop. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}. What was captured is kept; the same command goes on from there.`);
  }
}

/** The user, or the system, asked the command to stop. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}. Nothing that was kept is lost; run the same command again to go on.`);
  }
}

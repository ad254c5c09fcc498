/** What helps, as a rule. */
const usualRemedy =
  'Run `embalm doctor --install` to install one, or set EMBALM_CHROMIUM to the path of a Chromium, Chrome or Edge.';

/**
 * There is no browser that starts. Nothing but installing one helps, so whatever needs a browser stops.
 *
 * The message says what was looked for or tried and what came of it, a line each, and then what to do.
 */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';

  constructor(summary: string, attempts: readonly string[], remedy: string = usualRemedy) {
    super([summary, ...attempts.map((attempt) => `  - ${attempt}`), remedy].join('\n'));
  }
}

import type { CDPSession } from 'playwright';

/**
 * Stop requests that are no part of the post before they go out. Only they are intercepted: everything else passes
 * untouched (Playwright's `route` would intercept all, and answer CORS preflights in the server's place).
 *
 * @param patterns As `Fetch.enable` takes them: `*` is any run of characters, `?` one, `\` makes the next one literal.
 */
export async function blockNoise(session: CDPSession, patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  session.on('Fetch.requestPaused', ({ requestId }) => {
    // A page that is gone has no requests left to stop.
    session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: patterns.map((urlPattern) => ({ urlPattern })) });
}

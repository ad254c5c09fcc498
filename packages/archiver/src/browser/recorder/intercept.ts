import type { CDPSession } from 'playwright';

/** A response that waits for its body to be asked for: `Fetch.requestPaused`. */
export interface PausedResponse {
  /** Of the interception. */
  readonly requestId: string;
  /** What it is for, as in `Image`. */
  readonly resourceType?: string;
  /** The request's own id, as all other events have it. */
  readonly networkId?: string;
  readonly responseStatusCode?: number;
  readonly responseStatusText?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/** What is to be intercepted. */
export interface Interception {
  /** Requests to stop; patterns as `Fetch.enable` takes them: `*` is any run of characters, `?` one, `\` makes the next one literal. */
  readonly noise: readonly string[];
  /** Takes the body of a response in the page's place, if it wants to: then it ends the request. `null` if nobody does. */
  readonly takeBody: ((paused: PausedResponse) => boolean) | null;
}

/** Kinds of responses whose bodies may be long. Pages, scripts, styles and fonts pass untouched. */
const longTypes = ['Image', 'Media', 'XHR', 'Fetch', 'Other'] as const;

/**
 * Stop requests that are no part of the post before they go out, and let long bodies be taken. Everything else passes
 * untouched (Playwright's `route` would intercept all, and answer CORS preflights in the server's place).
 */
export async function interceptRequests(session: CDPSession, { noise, takeBody }: Interception): Promise<void> {
  const stops = noise.map((urlPattern) => ({ urlPattern }));
  const types = takeBody === null ? [] : longTypes;
  const responses = types.map((resourceType) => ({ urlPattern: '*', resourceType, requestStage: 'Response' as const }));
  if (stops.length + responses.length === 0) return;
  session.on('Fetch.requestPaused', (paused) => {
    const { requestId, responseStatusCode, responseErrorReason } = paused;
    const isResponse = responseStatusCode !== undefined || responseErrorReason !== undefined;
    if (isResponse && takeBody?.(paused) === true) return;
    const answer = isResponse
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    // A page that is gone has no requests left.
    answer.catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [...stops, ...responses] });
}

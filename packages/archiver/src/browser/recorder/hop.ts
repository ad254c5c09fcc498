import type { BlobRef, ExchangeResponse } from '@embalm/store';
import type { RequestEvent, RequestExtraEvent, ResponseData, ResponseExtraEvent } from './network-events.ts';

/** One request and what came of it, filled in as events arrive. A redirect makes a hop of its own. */
export interface Hop {
  readonly sent: RequestEvent;
  /** The request's own body, or `null` if it has none. */
  sentBody: BlobRef | null;
  response: ResponseData | null;
  /** Whether the browser announced the true heads of this hop; `null` until there is a response. */
  hasExtra: boolean | null;
  /** Decoded bytes seen so far. */
  receivedBytes: number;
  /** When it ended, on the browser's clock in seconds; `null` while it runs. */
  endedAt: number | null;
  /** Why it failed, or `null` if it did not. */
  failure: string | null;
  body: HopBody;
}

/** What became of a response's body. */
export type HopBody =
  | {
      readonly kind: 'kept';
      readonly ref: BlobRef;
      /** Why this program took no more of it, or `null` if it took all that came. */
      readonly cut: 'length' | 'unspecified' | null;
    }
  | {
      readonly kind: 'missing';
      /** `null` for a redirect: no browser shows the body of one, which is no failure. */
      readonly why: string | null;
      readonly truncated: NonNullable<ExchangeResponse['truncated']>;
    };

/** The true heads of a hop, as far as the browser showed them. */
export interface HopExtras {
  readonly request: RequestExtraEvent | null;
  readonly response: ResponseExtraEvent | null;
}

/** A hop of which all is known. */
export interface FinishedHop extends HopExtras {
  readonly hop: Hop;
}

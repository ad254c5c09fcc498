/**
 * What the recorder reads of the events of the DevTools protocol's Network domain. Times are seconds: `timestamp` on
 * a clock of the browser's own, `wallTime` since 1970.
 */

/** Header fields by name; several of one name are joined by line feeds. */
export type HeaderFields = Readonly<Record<string, string>>;

/** `Network.requestWillBeSent`: a request, or the next hop of one that was redirected. */
export interface RequestEvent {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: HeaderFields;
    readonly hasPostData?: boolean;
    /** Parts of the body in base64; blobs and files are parts without bytes. */
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
  readonly timestamp: number;
  readonly wallTime: number;
  readonly redirectHasExtraInfo: boolean;
  readonly redirectResponse?: ResponseData;
}

/** `Network.requestWillBeSentExtraInfo`: the fields as they go out. It may come before its twin, or after the response. */
export interface RequestExtraEvent {
  readonly requestId: string;
  readonly headers: HeaderFields;
}

/** A response's head as the page sees it. */
export interface ResponseData {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderFields;
  readonly protocol?: string;
}

/** `Network.responseReceived`. */
export interface ResponseEvent {
  readonly requestId: string;
  readonly response: ResponseData;
  readonly hasExtraInfo: boolean;
}

/** `Network.responseReceivedExtraInfo`: the head as it came; its text only with HTTP/1. */
export interface ResponseExtraEvent {
  readonly requestId: string;
  readonly headers: HeaderFields;
  readonly statusCode: number;
  readonly headersText?: string;
}

/** `Network.dataReceived`. */
export interface DataEvent {
  readonly requestId: string;
  /** Decoded bytes. */
  readonly dataLength: number;
}

/** `Network.loadingFinished`. */
export interface FinishedEvent {
  readonly requestId: string;
  readonly timestamp: number;
}

/** `Network.loadingFailed`. */
export interface FailedEvent {
  readonly requestId: string;
  readonly timestamp: number;
  /** As in `net::ERR_CONNECTION_RESET`. */
  readonly errorText: string;
  /** `inspector` if this program stopped it. */
  readonly blockedReason?: string;
}

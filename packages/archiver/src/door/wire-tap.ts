import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { DiagnosticsChannel } from 'undici';

/** What went over the wire for one request. */
export interface Wire {
  /** The request's head, word for word, with CRLF line ends and without the blank line; `null` until it is sent. */
  head: string | null;
  /** `address:port` of the peer of the socket it was sent on; `null` until it is sent. */
  peer: string | null;
}

/** Overhears undici's requests. */
export interface WireTap extends Disposable {
  /** Start one request within `task`, and overhear it in `wire`. */
  overhear<T>(wire: Wire, task: () => Promise<T>): Promise<T>;
}

const created = 'undici:request:create';
const sent = 'undici:client:sendHeaders';

/**
 * Overhear requests through undici's diagnostics channels: its API shows neither the head as it is sent nor the socket
 * that a pool chooses. A request's creation is announced in its caller's async context, by which it is recognised.
 */
export function openWireTap(): WireTap {
  const current = new AsyncLocalStorage<Wire>();
  const wires = new WeakMap<object, Wire>();

  const onCreated = (message: unknown): void => {
    const { request } = message as DiagnosticsChannel.RequestCreateMessage;
    const wire = current.getStore();
    // The CONNECT to a proxy is made in the same context, and is not the request.
    if (wire !== undefined && request.method !== 'CONNECT') wires.set(request, wire);
  };
  const onSent = (message: unknown): void => {
    const { request, headers, socket } = message as DiagnosticsChannel.ClientSendHeadersMessage;
    const wire = wires.get(request);
    if (wire === undefined) return;
    wire.head = withoutCredentials(headers);
    wire.peer = peerOf(socket);
  };
  subscribe(created, onCreated);
  subscribe(sent, onSent);

  return {
    overhear: (wire, task) => current.run(wire, task),
    [Symbol.dispose]() {
      unsubscribe(created, onCreated);
      unsubscribe(sent, onSent);
    },
  };
}

/** A plain http request to a proxy carries the password for it: no part of the evidence. */
function withoutCredentials(head: string): string {
  const lines = head.split('\r\n').filter((line) => !/^proxy-authorization:/i.test(line));
  return lines.join('\r\n');
}

function peerOf({ remoteAddress, remotePort }: Socket): string | null {
  if (remoteAddress === undefined || remotePort === undefined) return null;
  return remoteAddress.includes(':') ? `[${remoteAddress}]:${remotePort}` : `${remoteAddress}:${remotePort}`;
}

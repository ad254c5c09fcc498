import { createSecureContext, getCACertificates } from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import type { DoorSettings } from './door.ts';
import { guardLookup } from './guarded-lookup.ts';
import type { Network } from './network.ts';

/** As many as browsers open. */
const connectionsPerHost = 4;

/**
 * Make the HTTP client: straight to the internet, or through the proxy. HTTP/1.1 only, because its heads are evidence
 * as they are, and without a timer of its own: the door has one.
 */
export function openDispatcher(settings: DoorSettings, network: Network): Dispatcher {
  const options = {
    allowH2: false,
    connections: connectionsPerHost,
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: 0,
  };
  if (settings.proxy === null) {
    const lookup = guardLookup(network.lookup, network.isAllowedAddress);
    return new Agent({ ...options, connect: { lookup, timeout: 0 } });
  }
  // The proxy resolves names, and may itself be anywhere: it is the user's own choice.
  // One for all connections: to read the authorities takes longer than all the rest of a connection.
  const secureContext = createSecureContext({ ca: trustedBehindProxy(settings.proxyCa) });
  const tls = { allowH2: false, timeout: 0, secureContext };
  return new ProxyAgent({ ...options, uri: settings.proxy, requestTls: tls, proxyTls: tls });
}

/** The proxy need not open every connection, so the machine's own authorities count as before. */
export function trustedBehindProxy(proxyCa: string | null): string[] {
  const own = getCACertificates('default');
  return proxyCa === null ? own : [...own, proxyCa];
}

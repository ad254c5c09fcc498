import type dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { RequestError, Server, type PrepareRequestFunctionOpts, type PrepareRequestFunctionResult } from 'proxy-chain';
import { capFlow } from './cap-flow.ts';
import { checkHost, type Gate } from './check-url.ts';
import { trustedBehindProxy } from './dispatcher.ts';
import type { BrowserProxy, DoorSettings } from './door.ts';
import { DoorError } from './door-error.ts';
import { guardLookup, type LookupAll } from './guarded-lookup.ts';
import { refusedField } from './refused-field.ts';

/** The browser's way out, as its owner has it. */
export type ClosableBrowserProxy = BrowserProxy & AsyncDisposable;

const loopback = '127.0.0.1';
/** On one connection: two answers at the cap of the recorder. */
const mostBytes = 128 * 1024 * 1024;
const schemePorts: ReadonlySet<number> = new Set([80, 443]);

/**
 * Open a CONNECT proxy for a browser on this machine. It opens nothing: TLS stays between the browser and the host.
 *
 * Hosts and literal addresses are checked when a request comes in, and names when they are resolved, because a socket
 * asks no resolver about a literal address. Behind `settings.proxy` names are resolved there.
 *
 * @param mayAsk Whether a host wants to be asked now; default every host does.
 */
export async function openBrowserProxy(
  settings: DoorSettings,
  gate: Gate,
  lookup: LookupAll,
  mayAsk: (host: string) => boolean = () => true,
): Promise<ClosableBrowserProxy> {
  const addresses = new Map<string, string>();
  const dnsLookup = guardLookup(lookup, gate.isAllowedAddress, (hostname, allowed) => {
    // The resolver's first choice only, so that what is recorded is what the socket connects to.
    const chosen = allowed.slice(0, 1);
    for (const { address } of chosen) addresses.set(hostname, address);
    return chosen;
  });
  // Sockets are all that calls it; they know nothing of the promisified form that the type asks for.
  const direct = { dnsLookup: dnsLookup as typeof dns.lookup };
  const { maxConnectionBytes: maxBytes = mostBytes } = settings;
  const way = settings.proxy === null ? direct : wayThrough(settings.proxy, settings.proxyCa);
  const server = new Server({
    host: loopback,
    port: 0,
    verbose: false,
    prepareRequestFunction: (request) => {
      checkRequest(request, gate);
      if (!mayAsk(hostOf(request))) throw refusal('It is left alone for now.', 503);
      return way;
    },
  });
  server.server.on('connection', (client) => capFlow(client, maxBytes));
  server.server.on('request', (_, answer) => capFlow(answer, maxBytes));
  await server.listen();
  return {
    url: `http://${loopback}:${server.port}`,
    acceptProxyCertificates: settings.proxy !== null && settings.proxyCa !== null,
    addressOf: (host) => addresses.get(host) ?? null,
    [Symbol.asyncDispose]: () => server.close(true),
  };
}

function checkRequest({ hostname, port }: PrepareRequestFunctionOpts, gate: Gate): void {
  try {
    checkHost(hostname, hostname, gate);
  } catch (error) {
    throw error instanceof DoorError ? refusal(error.message) : error;
  }
  if (!schemePorts.has(port) && !gate.extraPorts.has(String(port))) throw refusal('Not on this port.');
}

/** An answer in a host's place: whoever reads it can tell that no host gave it. */
function refusal(message: string, status = 403): RequestError {
  return new RequestError(message, status, { [refusedField]: '1' });
}

/** As `URL.host` has it, by which turns know hosts. */
function hostOf({ hostname, port }: PrepareRequestFunctionOpts): string {
  return schemePorts.has(port) ? hostname : `${hostname}:${port}`;
}

function wayThrough(proxy: string, proxyCa: string | null): PrepareRequestFunctionResult {
  return {
    upstreamProxyUrl: proxy,
    httpAgent: new http.Agent(),
    httpsAgent: new https.Agent({ ca: trustedBehindProxy(proxyCa) }),
  };
}

import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

const read = (name: string): string => readFileSync(new URL(`tls/${name}`, import.meta.url), 'utf8');

/** The authority that signs the local site's certificate. */
export const testAuthority: string = read('ca.pem');

/** A server on loopback that stands for any host. */
export interface LocalSite extends AsyncDisposable {
  readonly port: number;
  /** What was asked for, as in `GET http://t.co/a`. */
  readonly requests: readonly string[];
  /** The fields of the last request, in turn. */
  readonly lastFields: readonly string[];
}

/** Answers one request. */
export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** Serve on loopback, over TLS if `tls` is set. */
export async function serveLocally(handler: Handler, options: { tls?: boolean } = {}): Promise<LocalSite> {
  const requests: string[] = [];
  let lastFields: readonly string[] = [];
  const scheme = options.tls === true ? 'https' : 'http';
  const listener: Handler = (request, response) => {
    const path = request.url?.startsWith('http://') === true ? URL.parse(request.url)?.pathname : request.url;
    requests.push(`${request.method} ${scheme}://${request.headers.host}${path}`);
    lastFields = request.rawHeaders;
    handler(request, response);
  };
  const server =
    options.tls === true
      ? https.createServer({ key: read('leaf-key.pem'), cert: read('leaf.pem') }, listener)
      : http.createServer(listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    get lastFields() {
      return lastFields;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

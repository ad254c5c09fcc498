import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A proxy on loopback behind which there are time stamp authorities, and nothing else. */
interface AuthorityProxy extends AsyncDisposable {
  readonly url: string;
  /** The media types of what was asked. */
  readonly types: ReadonlySet<string | undefined>;
}

/** Answers a query; `null` for "not found". */
type Answer = (query: Uint8Array) => Promise<Uint8Array> | null;

/** Start it. @param authorities By their origin. */
export async function startAuthorityProxy(authorities: Readonly<Record<string, Answer>>): Promise<AuthorityProxy> {
  const types = new Set<string | undefined>();
  const server = http.createServer((request, response) => {
    void (async () => {
      types.add(request.headers['content-type']);
      const answer = authorities[`http://${request.headers.host}`]?.(await buffer(request)) ?? null;
      if (answer === null) return response.writeHead(404).end();
      const bytes = await answer;
      return response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(bytes);
    })();
  });
  // Plain requests may come through a tunnel, too.
  server.on('connect', (_, client: Socket) => {
    client.on('error', () => {});
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    server.emit('connection', client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    types,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy on loopback that leads every host to a local site. */
export interface LocalProxy extends AsyncDisposable {
  readonly url: string;
  /** The targets of CONNECT, and the URLs of plain requests. */
  readonly asked: readonly string[];
}

/**
 * Start a proxy.
 *
 * @param ports Where plain requests and tunnels lead.
 * @param status What CONNECT is answered with; default 200.
 */
export async function startLocalProxy(
  ports: { readonly http?: number; readonly https?: number },
  status = 200,
): Promise<LocalProxy> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const track = (socket: Duplex): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    const target = new URL(request.url ?? '');
    const forwarded = http.request(
      { host: '127.0.0.1', port: ports.http, path: target.pathname, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  });
  server.on('connection', track);
  server.on('connect', (request: http.IncomingMessage, client: Socket, head: Buffer) => {
    asked.push(request.url ?? '');
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const port = request.url?.endsWith(':443') === true ? ports.https : ports.http;
    const target = net.connect(port ?? 1, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.write(head);
      client.pipe(target);
      target.pipe(client);
    });
    track(target);
    target.on('close', () => client.destroy());
    client.on('close', () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

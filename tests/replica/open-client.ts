import { ProxyAgent, request } from 'undici';
import type { Replica } from './start-replica.ts';

/** What a client got. */
interface ClientAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** A client whose whole network is a replica. */
export interface Client extends AsyncDisposable {
  /** Ask for a URL; redirects are not followed, nothing is decoded. */
  ask(url: string, headers?: Readonly<Record<string, string>>, method?: 'GET' | 'HEAD' | 'POST'): Promise<ClientAnswer>;
}

/** Open a client that trusts the replica's authority. */
export function openClient(replica: Replica): Client {
  const ca = replica.caPem;
  const dispatcher = new ProxyAgent({ uri: replica.proxyUrl, requestTls: { ca }, proxyTunnel: true });
  return {
    ask: async (url, headers = {}, method = 'GET') => {
      const response = await request(url, { dispatcher, headers, method, bodyTimeout: 1500 });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString('utf8') };
    },
    [Symbol.asyncDispose]: () => dispatcher.destroy(),
  };
}

import { getLocal } from 'mockttp';
import { getAuthority, writeCaFile } from './authority.ts';
import { deliver } from './deliver.ts';
import { respondWith, type Fault } from './fault.ts';
import { findHost, type Host, takesMethod } from './hosts/hosts.ts';
import { plainAnswer, type Reply } from './reply.ts';
import { createRules, type RequestMatch, type Responder } from './rule.ts';
import { readRequest, type SeenRequest } from './seen-request.ts';
import type { MementoSpec } from './world/memento.ts';
import type { PostSpec } from './world/post-spec.ts';
import { publishPost, withdrawPost } from './world/publish-post.ts';
import { createWorld } from './world/world.ts';

/** A local double of X's hosts, reached as a proxy. It knows only what it is told. */
export interface Replica extends AsyncDisposable {
  /** As in `http://127.0.0.1:40123`. */
  readonly proxyUrl: string;
  /** PEM of the authority that signs the hosts' certificates. */
  readonly caPem: string;
  /** The same in a file, which goes when the replica does. */
  readonly caFile: string;
  /** Every request that came, in order. The list grows. */
  readonly requests: readonly SeenRequest[];
  /** Those among them for hosts that the replica does not play. */
  readonly unexpected: readonly SeenRequest[];
  /** Publish a post, with its media and its short links; the same id again replaces it, as an edit does. */
  post(spec: PostSpec): void;
  /** Delete a post and its media. X then says 404, or shows `notice` if one is given. Short links stay. */
  remove(id: string, notice?: string): void;
  /** Let `t.co/CODE`, `pic.twitter.com/CODE` and `pic.x.com/CODE` lead to any URL. */
  shortLink(code: string, target: string): void;
  /** Let the Wayback Machine have a capture. */
  memento(spec: MementoSpec): void;
  /** Play a host of a test's own. */
  host(name: string, answer: Host): void;
  /** Answer matching requests in the host's place; the newest rule goes first. Disposing of it takes it back. */
  on(match: RequestMatch, respond: Responder): Disposable;
  /** Let matching requests fail in a known way. Disposing of it ends the fault. */
  fault(match: RequestMatch, fault: Fault): Disposable;
}

/** How a replica starts. */
export interface ReplicaOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** Posts to publish at once. */
  readonly posts?: readonly PostSpec[];
  /** Hosts to play besides those of X, by their names. */
  readonly hosts?: Readonly<Record<string, Host>>;
}

/** Start a replica of X's hosts. Nothing that is asked of it goes any further. */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const authority = await getAuthority();
  const caFile = await writeCaFile(authority.cert);
  const server = getLocal({ https: authority, http2: false, recordTraffic: false });
  const world = createWorld();
  const rules = createRules();
  const requests: SeenRequest[] = [];
  const ownHosts = new Map(Object.entries(options.hosts ?? {}));
  const hostOf = (name: string): Host | undefined => ownHosts.get(name) ?? findHost(name);
  const start = performance.now();
  const now = (): number => performance.now() - start;

  await server.start(options.port ?? 0);
  await server.forAnyRequest().thenCallback(async (received) => {
    const request = readRequest(received, now(), (host) => hostOf(host) !== undefined);
    const index = requests.push(request) - 1;
    const reply = await rules.answer(request, () => askHost(request));
    requests[index] = { ...request, answeredAt: now(), status: reply === 'reset' ? reply : reply.status };
    return deliver(reply, request);
  });

  async function askHost(request: SeenRequest): Promise<Reply> {
    const host = hostOf(request.host);
    if (host === undefined) return plainAnswer(502, `The replica plays no host ${request.host}`);
    if (!takesMethod(request.host, request.method)) return plainAnswer(405, 'Method Not Allowed');
    return host(request, world);
  }

  for (const post of options.posts ?? []) publishPost(world, post);
  return {
    proxyUrl: `http://127.0.0.1:${server.port}`,
    caPem: authority.cert,
    caFile: caFile.file,
    requests,
    get unexpected() {
      return requests.filter((request) => !request.expected);
    },
    post: (spec) => publishPost(world, spec),
    remove: (id, notice) => withdrawPost(world, id, notice ?? null),
    shortLink: (code, target) => void world.shortLinks.set(code, target),
    memento: (spec) => void world.mementos.push(spec),
    host: (name, answer) => void ownHosts.set(name, answer),
    on: (match, respond) => rules.add(match, respond),
    fault: (match, fault) => rules.add(match, respondWith(fault)),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await caFile[Symbol.asyncDispose]();
    },
  };
}

import type { Replica } from '../replica/start-replica.ts';

/** How often each post was looked at by its payload, by id, since so many requests had come. */
export function looksSince(replica: Replica, from: number): ReadonlyMap<string, number> {
  const asked = replica.requests.slice(from).filter(({ host }) => host === 'cdn.syndication.twimg.com');
  return new Map([...Map.groupBy(asked, ({ query }) => query.get('id') ?? '')].map(([id, all]) => [id, all.length]));
}

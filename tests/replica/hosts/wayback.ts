import { jsonAnswer, plainAnswer, redirectAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import { indexKey, type MementoSpec, momentOf } from '../world/memento.ts';
import type { World } from '../world/world.ts';

const mementoPath = /^\/web\/(\d{14})([a-z]{2}_)?\/(.{1,2000})$/;

/** web.archive.org: the index of captures, and the captures as they were. It has nothing but what it is given. */
export function answerWayback(request: SeenRequest, world: World): Answer {
  if (request.path === '/cdx/search/cdx') return answerIndex(request, world);
  const [, timestamp, , start] = mementoPath.exec(request.path) ?? [];
  if (timestamp === undefined || start === undefined) return plainAnswer(404, 'Not Found');
  const original = `${start.replace(/^(https?:)\/+/, '$1//')}${new URL(request.url).search}`;
  const captures = world.mementos.filter((one) => indexKey(one.original) === indexKey(original));
  const distance = (one: MementoSpec): number =>
    Math.abs(momentOf(one.timestamp).getTime() - momentOf(timestamp).getTime());
  const [nearest] = captures.toSorted((one, other) => distance(one) - distance(other));
  if (nearest === undefined) return plainAnswer(404, 'The Wayback Machine has not archived that URL.');
  if (nearest.timestamp === timestamp) return answerMemento(nearest);
  const flag = mementoPath.exec(request.path)?.[2] ?? '';
  return redirectAnswer(`https://web.archive.org/web/${nearest.timestamp}${flag}/${nearest.original}`, 302);
}

function answerIndex({ query }: SeenRequest, world: World): Answer {
  const start = indexKey(query.get('url') ?? '');
  const rows = world.mementos
    .filter(({ original, status = 200 }) => indexKey(original).startsWith(start) && status < 300)
    .toSorted(
      (one, other) =>
        compare(indexKey(one.original), indexKey(other.original)) || compare(one.timestamp, other.timestamp),
    )
    .filter(({ original }, index, all) => {
      const before = all[index - 1];
      return (
        query.get('collapse') !== 'urlkey' || before === undefined || indexKey(before.original) !== indexKey(original)
      );
    })
    .map(({ timestamp, original, mediaType = 'text/html' }) => [timestamp, original, mediaType]);
  return jsonAnswer(200, rows.length === 0 ? [] : [['timestamp', 'original', 'mimetype'], ...rows]);
}

function answerMemento({ timestamp, mediaType = 'text/html', status = 200, body }: MementoSpec): Answer {
  return {
    status,
    headers: {
      'content-type': mediaType,
      'memento-datetime': momentOf(timestamp).toUTCString(),
      'x-archive-orig-server': 'tsa_a',
    },
    body,
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

import { barePost, firstXIdAt, type PostId } from '@embalm/post';
import type { BlobRef, Exchange, SnapshotDraft, StoredFile } from '@embalm/store';
import { randomRow } from '../../../packages/store/test/random-row.ts';

const at = '2026-11-22T10:00:00.000Z';
const words =
  'space station moon rocket launch crew news today people world time year day work life house city water'.split(' ');

/** When made post `index` was posted: five minutes after the one before. Ms since 1970. */
export function madeAt(index: number): number {
  return 1_500_000_000_000 + index * 300_000;
}

/** The name of made post `index`: an id as X gives them, by its time. */
export function madePost(index: number): PostId {
  return `x:${firstXIdAt(madeAt(index)) + BigInt(index % 4_000_000)}`;
}

/** A draft of a made post: a text of some hundred characters, an author of its kind, an article that led to it. */
export function madeDraft(
  index: number,
  change: Pick<SnapshotDraft, 'exchanges' | 'files'> = { exchanges: [], files: {} },
): SnapshotDraft {
  const post = madePost(index);
  const random = randomRow(index);
  const text = Array.from({ length: 20 }, () =>
    random() < 0.5 ? (words[Math.floor(random() * words.length)] ?? '') : `w${Math.floor(random() * 200_000)}`,
  ).join(' ');
  const handle = index % 10 < 3 ? 'busy' : `author${index % 20_000}`;
  const createdAt = new Date(madeAt(index)).toISOString();
  const isGone = index % 997 === 0;
  const observation = isGone
    ? ({ state: 'deleted', source: 'x-syndication', at, reason: 'This Post was deleted by the Post author.' } as const)
    : ({ state: 'live', source: 'x-embed', at, reason: null } as const);
  return {
    post,
    capturedAt: at,
    knownAs: [`https://t.co/m${index}`],
    observation,
    answers: [observation],
    source: 'x-embed',
    content: {
      ...barePost({ id: post, handle, name: 'An Author', text: index % 9973 === 0 ? `${text} zebra` : text }),
      url: `https://x.com/${handle}/status/${post.slice(2)}`,
      createdAt,
    },
    claim: { article: `news/${index % 5000}.txt`, handle, name: null, date: null, text: null, links: [], lang: null },
    mismatches: [],
    software: { name: 'embalm', version: '0.1.0', browser: null },
    ...change,
  };
}

/** An exchange whose answer has this body. */
export function madeExchange(url: string, body: BlobRef): Exchange {
  const head =
    'cache-control: max-age=3600\r\ncontent-type: text/javascript\r\ndate: Sun, 22 Nov 2026 10:00:00 GMT\r\n';
  return {
    url,
    method: 'GET',
    by: 'browser',
    startedAt: at,
    durationMs: 12.5,
    protocol: 'h2',
    remoteAddress: '192.0.2.1:443',
    request: { head: `GET ${url} HTTP/1.1\r\nuser-agent: Mozilla/5.0\r\n`, headSource: 'synthesised', body: null },
    response: { status: 200, head: `HTTP/1.1 200 OK\r\n${head}`, headSource: 'synthesised', body, truncated: null },
    failure: null,
  };
}

/** A file of a snapshot. */
export function madeFile(blob: BlobRef, role: StoredFile['role'], mediaType: string): StoredFile {
  return { ...blob, mediaType, role, of: null, from: null, rung: null, width: null, height: null };
}

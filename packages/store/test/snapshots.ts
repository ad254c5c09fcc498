import { barePost, type Post, type PostId } from '@embalm/post';
import type { BlobRef, Exchange, SnapshotDraft, StoredFile } from '../src/index.ts';

/** A post with this text. */
export function postOf(id: PostId, text: string): Post {
  return {
    ...barePost({ id, handle: 'Example', name: 'An Example', text }),
    url: id.startsWith('x:~') ? null : `https://x.com/example/status/${id.slice(2)}`,
    createdAt: '2022-03-05T15:13:36.706Z',
    lang: 'en',
  };
}

/** A draft of a live post, with what a test says otherwise. */
export function draftOf(post: PostId, change: Partial<SnapshotDraft> = {}): SnapshotDraft {
  const observation = { state: 'live', source: 'x-embed', at: '2026-11-22T10:00:00.000Z', reason: null } as const;
  return {
    post,
    capturedAt: '2026-11-22T10:00:00.000Z',
    knownAs: [],
    observation,
    answers: [observation],
    source: 'x-embed',
    content: postOf(post, `The text of ${post}`),
    page: null,
    memento: null,
    identified: null,
    imported: null,
    claim: null,
    mismatches: [],
    missing: null,
    diagnostics: null,
    exchanges: [],
    files: {},
    software: { name: 'embalm', version: '0.1.0', browser: null },
    ...change,
  };
}

/** What an article says of a post that it merely links to. */
export function claimOf(article: string): NonNullable<SnapshotDraft['claim']> {
  return { article, handle: null, name: null, date: null, text: null, links: [], lang: null };
}

/** An exchange whose answer has this body. */
export function exchangeOf(body: BlobRef): Exchange {
  return {
    url: 'https://example.org/a',
    method: 'GET',
    by: 'browser',
    startedAt: '2026-11-22T10:00:00.000Z',
    durationMs: 12.5,
    protocol: 'h2',
    remoteAddress: '192.0.2.1:443',
    request: { head: 'GET /a HTTP/1.1\r\nHost: example.org\r\n', headSource: 'synthesised', body: null },
    response: { status: 200, head: 'HTTP/1.1 200 OK\r\n', headSource: 'synthesised', body, truncated: null },
    failure: null,
  };
}

/** A photo of a snapshot. */
export function photoOf(blob: BlobRef): StoredFile {
  return {
    ...blob,
    mediaType: 'image/jpeg',
    role: 'photo',
    of: 'https://pbs.twimg.com/media/a.jpg',
    from: 'https://pbs.twimg.com/media/a.jpg?name=orig',
    rung: 'orig',
    width: 1200,
    height: 800,
  };
}

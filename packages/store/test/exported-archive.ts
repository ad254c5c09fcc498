import { openArchive } from '../src/index.ts';
import type { Archive, BlobRef, Exchange, SnapshotDraft } from '../src/index.ts';
import { draftOf, postOf } from './snapshots.ts';

/** When the captures of {@link fillArchive} were made. */
export const firstCapture = '2026-11-22T10:00:00.000Z';
export const secondCapture = '2026-11-23T10:00:00.000Z';
export const pageUrl = 'https://platform.twitter.com/embed/Tweet.html?id=20';
/** Longer than what an export holds in memory. */
export const filmBytes: Uint8Array = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7919) >> 3);

/** Make an archive with two versions of a post, one that was only quoted, and exchanges of every kind. */
export async function fillArchive(directory: string): Promise<Archive> {
  const archive = await openArchive(directory);
  const page = await archive.keep(Buffer.from('<!doctype html><title>one</title><p>Hello'));
  const changed = await archive.keep(Buffer.from('<!doctype html><title>two</title><p>Hello again'));
  const photo = await archive.keep(Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]));
  const shot = await archive.keep(Buffer.from('a screenshot'));
  const film = await archive.keep(filmBytes);
  const nothing = await archive.keep(new Uint8Array(0));
  const asked = await archive.keep(Buffer.from('{"seen":true}'));
  const html = ['Content-Type: text/html; charset=utf-8', 'Content-Encoding: br', 'Content-Length: 7'];
  const image = ['Content-Type: image/jpeg', `Content-Length: ${photo.bytes}`];
  const photoUrl = 'https://pbs.twimg.com/media/a.jpg';
  await archive.commit(
    shown(firstCapture, 'Hello', shot, [
      answered(pageUrl, html, page),
      answered(photoUrl, image, photo),
      answered(`${photoUrl}?name=orig`, image, photo),
      answered('https://video.twimg.com/a.mp4', ['Content-Type: video/mp4', 'Transfer-Encoding: chunked'], film),
      { ...answered('https://x.com/i/jot', ['Content-Length: 0'], nothing), method: 'POST', request: requestOf(asked) },
      { ...answered('https://x.com/cut', [], page), response: { ...responseOf([], page), truncated: 'length' } },
      { ...answered('https://x.com/never', [], page), response: null, failure: 'no answer' },
    ]),
  );
  await archive.commit(
    shown(secondCapture, 'Hello again', shot, [answered(pageUrl, html, changed), answered(photoUrl, image, photo)]),
  );
  await archive.commit(
    draftOf('x:~fj2coK1xR1', {
      source: 'quoted',
      observation: { state: 'unreachable', source: 'quoted', at: firstCapture, reason: 'no network' },
      answers: [],
      content: postOf('x:~fj2coK1xR1', 'As an article said'),
    }),
  );
  return archive;
}

function shown(at: string, text: string, shot: BlobRef, exchanges: readonly Exchange[]): SnapshotDraft {
  const sized = { role: 'screenshot', mediaType: 'image/png', of: null, from: null, rung: null, width: 2, height: 1 };
  return draftOf('x:20', {
    capturedAt: at,
    content: postOf('x:20', text),
    exchanges: exchanges.map((exchange, index) => ({ ...exchange, startedAt: at.replace('.000', `.${index}00`) })),
    files: { 'screenshot/light.png': { ...shot, ...sized, role: 'screenshot' } },
  });
}

function answered(url: string, fields: readonly string[], body: BlobRef): Exchange {
  return {
    url,
    method: 'GET',
    by: 'browser',
    startedAt: firstCapture,
    durationMs: 1,
    protocol: 'h2',
    remoteAddress: '[2001:db8::1]:443',
    request: requestOf(null),
    response: responseOf(fields, body),
    failure: null,
  };
}

function requestOf(body: BlobRef | null): Exchange['request'] {
  return { head: 'GET / HTTP/1.1\r\nhost: x.com\r\n', headSource: 'synthesised', body };
}

function responseOf(fields: readonly string[], body: BlobRef): NonNullable<Exchange['response']> {
  const head = ['HTTP/1.1 200 OK', ...fields].map((line) => `${line}\r\n`).join('');
  return { status: 200, head, headSource: 'verbatim', body, truncated: null };
}

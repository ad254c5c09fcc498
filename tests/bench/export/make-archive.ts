import { createHash } from 'node:crypto';
import { type BlobRef, type Exchange, openArchive, type StoredFile } from '@embalm/store';
import { draftOf } from '../../../packages/store/test/snapshots.ts';

/** Bytes that do not get smaller, the same in every run. */
function media(length: number, seed: string): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let index = 0; index * 32 < length; index += 1) {
    parts.push(createHash('sha256').update(`${seed} ${index}`).digest());
  }
  return Buffer.concat(parts).subarray(0, length);
}

/**
 * Make an archive of posts as captures leave them: shared scripts, a payload, a photo of 180 kB, an avatar, two
 * screenshots of 60 kB; every tenth has a film.
 */
export async function makeArchive(directory: string, posts: number, filmBytes = 8_000_000): Promise<void> {
  await using archive = await openArchive(directory);
  const noise = media(filmBytes, 'noise');
  const keep = (length: number, start: string): Promise<BlobRef> =>
    archive.keep(Buffer.concat([Buffer.from(start), noise.subarray(0, length)]));
  const script = await archive.keep(Buffer.from('export const draw = (post) => post.text;\n'.repeat(5000)));
  for (let index = 0; index < posts; index += 1) {
    const id = String(1_500_000_000_000_000_000n + BigInt(index));
    const payload = await archive.keep(
      Buffer.from(JSON.stringify({ id_str: id, text: `The text of ${id}. `.repeat(60) })),
    );
    const exchanges = [
      answered(`https://platform.twitter.com/embed/Tweet.html?id=${id}`, 'text/html', script),
      ...[1, 2, 3, 4].map((n) => answered(`https://platform.twitter.com/embed/${n}.js`, 'text/javascript', script)),
      answered(`https://cdn.syndication.twimg.com/tweet-result?id=${id}`, 'application/json', payload),
      answered(`https://pbs.twimg.com/media/${id}.jpg`, 'image/jpeg', await keep(180_000, id)),
      answered(`https://pbs.twimg.com/profile_images/${id}.jpg`, 'image/jpeg', await keep(8_000, `avatar ${id}`)),
    ];
    if (index % 10 === 0) {
      exchanges.push(answered(`https://video.twimg.com/${id}.mp4`, 'video/mp4', await keep(filmBytes, `film ${id}`)));
    }
    const files = {
      'screenshot/light.png': screenshot(await keep(60_000, `light ${id}`)),
      'screenshot/dark.png': screenshot(await keep(60_000, `dark ${id}`)),
    };
    await archive.commit(draftOf(`x:${id}`, { exchanges, files }));
  }
}

function screenshot(blob: BlobRef): StoredFile {
  return { ...blob, role: 'screenshot', mediaType: 'image/png', of: null, from: null, rung: null, width: 1, height: 1 };
}

function answered(url: string, type: string, body: BlobRef): Exchange {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${body.bytes}\r\n`;
  return {
    url,
    method: 'GET',
    by: 'browser',
    startedAt: '2026-11-22T10:00:00.000Z',
    durationMs: 12,
    protocol: 'h2',
    remoteAddress: '192.0.2.1:443',
    request: { head: `GET ${url} HTTP/1.1\r\nhost: x.com\r\n`, headSource: 'synthesised', body: null },
    response: { status: 200, head, headSource: 'synthesised', body, truncated: null },
    failure: null,
  };
}

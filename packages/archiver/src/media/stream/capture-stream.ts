import type { BlobRef, Exchange, StoredFile } from '@embalm/store';
import PQueue from 'p-queue';
import type { DoorAnswer } from '../../door/door.ts';
import type { SourceContext } from '../../sources/source.ts';
import { askForPiece } from '../ask-for-piece.ts';
import { parsePlaylist, type Playlist } from './parse-playlist.ts';
import { partType } from './part-type.ts';

/** What is kept of a stream. */
export interface CapturedStream {
  /** By name, as in `media/1.stream/master.m3u8` and `media/1.stream/video/0001.m4s`. */
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly exchanges: readonly Exchange[];
  /** In words, as in `there is only a stream of it; kept are 2 playlists and 20 of 20 parts`. */
  readonly account: string;
}

const longestPlaylist = 2 * 1024 * 1024;
/** Three hours, in parts of three seconds. */
const mostParts = 4000;
const partsAtATime = 4;
const playlistType = 'application/vnd.apple.mpegurl';

/**
 * Keep a stream as it is: its playlists, and every part of its best variant and of that one's sound. Nothing is put
 * together from them; whoever plays streams can play them.
 *
 * @param folder As in `media/1.stream`.
 * @param mostBytes Of all parts together.
 * @throws The signal's reason, if it aborts; what the archive throws when it cannot keep a part.
 */
export async function captureStream(
  url: string,
  folder: string,
  mostBytes: number,
  context: SourceContext,
): Promise<CapturedStream> {
  const files: Record<string, StoredFile> = {};
  const exchanges: Exchange[] = [];
  let playlists = 0;
  let problem: string | null = null;
  let bytesLeft = mostBytes;

  const top = await readPlaylist(url, 'master', url);
  const wanted = top === null ? [] : await listParts(top);
  const queue = new PQueue({ concurrency: partsAtATime });
  const keeping = wanted.map((part) => queue.add(() => keepPart(part)));
  // What is under way ends before an error is passed on, so that nothing is kept after its time.
  await Promise.allSettled(keeping);
  const kept = await Promise.all(keeping);
  const parts = kept.filter(Boolean).length;
  const why = problem === null ? '' : `: ${String(problem)}`;
  const account = `there is only a stream of it; kept are ${playlists} playlists and ${parts} of ${wanted.length} parts${why}`;
  return { files, exchanges, account };

  async function listParts(playlist: Playlist): Promise<readonly { readonly name: string; readonly url: string }[]> {
    if (playlist.kind === 'parts') return nameParts('video', playlist.urls);
    const [best] = playlist.variants;
    const sound = playlist.sounds.get(best?.sound ?? '');
    const video = best === undefined ? null : await readPlaylist(best.url, 'video');
    const audio = sound === undefined ? null : await readPlaylist(sound, 'audio');
    return [
      ...(video?.kind === 'parts' ? nameParts('video', video.urls) : []),
      ...(audio?.kind === 'parts' ? nameParts('audio', audio.urls) : []),
    ];
  }

  function nameParts(
    kind: 'video' | 'audio',
    urls: readonly string[],
  ): readonly { readonly name: string; readonly url: string }[] {
    if (urls.length > mostParts) problem = `it has more than ${mostParts} parts`;
    return urls.slice(0, mostParts).map((part, index) => ({
      url: part,
      name: `${folder}/${kind}/${String(index).padStart(4, '0')}`,
    }));
  }

  async function readPlaylist(from: string, name: string, of: string | null = null): Promise<Playlist | null> {
    const answer = await ask(from, longestPlaylist);
    if (answer?.body === undefined || answer.body === null) return null;
    playlists += 1;
    files[`${folder}/${name}.m3u8`] = fileOf(answer.body, playlistType, from, of);
    const playlist = parsePlaylist(await answer.text(), from);
    if (playlist === null) problem = `${from} is no playlist`;
    return playlist;
  }

  async function keepPart(part: { readonly name: string; readonly url: string }): Promise<boolean> {
    if (bytesLeft <= 0) {
      problem = `it has more than the ${mostBytes} bytes that are taken`;
      return false;
    }
    const answer = await ask(part.url, bytesLeft);
    if (answer?.body === undefined || answer.body === null) return false;
    bytesLeft -= answer.body.bytes;
    const { mediaType, extension } = partType(answer.start);
    files[`${part.name}.${extension}`] = fileOf(answer.body, mediaType, part.url, null);
    return true;
  }

  async function ask(from: string, maxBytes: number): Promise<DoorAnswer | null> {
    const piece = await askForPiece(from, maxBytes, context);
    exchanges.push(...piece.exchanges);
    if (piece.answer === null) problem = piece.reason;
    return piece.answer;
  }
}

function fileOf(body: BlobRef, mediaType: string, from: string, of: string | null): StoredFile {
  return { ...body, mediaType, role: 'document', of, from, rung: null, width: null, height: null };
}

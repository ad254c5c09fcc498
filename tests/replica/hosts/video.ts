import { makeFilm } from '../media/film.ts';
import { bytesAnswer, plainAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import type { World } from '../world/world.ts';
import { readRange } from './read-range.ts';

const ownSites = /^(?:[\w-]+\.)*(?:twitter|x)\.com$/;

/** video.twimg.com: whole files and parts of them. Pages of other sites are refused. */
export async function answerVideo(request: SeenRequest, world: World): Promise<Answer> {
  const { origin, referer } = request.headers;
  if ([origin, referer].some((page) => page !== undefined && !isOwnPage(page))) return plainAnswer(403, 'Forbidden');
  const playlist = world.playlists.get(request.path);
  if (playlist !== undefined) return answerPlaylist(playlist);
  const film = world.films.get(request.path);
  if (film === undefined) return plainAnswer(404, 'Not Found');
  const body = await makeFilm(film);
  const whole = bytesAnswer('video/mp4', body, {
    'accept-ranges': 'bytes',
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=604800, must-revalidate',
  });
  const range = readRange(request.headers['range'], body.length);
  if (range === null) return whole;
  if (range === 'unsatisfiable') {
    return { ...plainAnswer(416, ''), headers: { 'content-range': `bytes */${body.length}` } };
  }
  const contentRange = `bytes ${range.first}-${range.last}/${body.length}`;
  return {
    status: 206,
    headers: { ...whole.headers, 'content-range': contentRange },
    body: body.subarray(range.first, range.last + 1),
  };
}

function answerPlaylist(paths: readonly string[]): Answer {
  const variants = paths.map((path, index) => `#EXT-X-STREAM-INF:BANDWIDTH=${256_000 * (index + 1)}\n${path}\n`);
  return {
    status: 200,
    headers: { 'content-type': 'application/x-mpegURL', 'access-control-allow-origin': '*' },
    body: `#EXTM3U\n#EXT-X-VERSION:6\n${variants.join('')}`,
  };
}

function isOwnPage(page: string): boolean {
  return URL.canParse(page) && ownSites.test(new URL(page).hostname);
}

import type { Post } from '@embalm/post';
import type { Exchange, MissingFile } from '@embalm/store';
import { DoorError } from '../door/door-error.ts';
import { isMediaHost } from '../media/ask-for-file.ts';
import { mediaLimits } from '../media/capture-media.ts';
import type { MediaLimits } from '../media/fetch-file.ts';
import { planMedia, type WantedFile } from '../media/media-plan.ts';
import type { SourceContext } from '../sources/source.ts';

/** Files to ask for at one look; a post has hardly more that could be missing. */
const mostFiles = 4;

/** Whether a file is there now, and the evidence. */
export interface Arrival {
  readonly isThere: boolean;
  readonly exchanges: readonly Exchange[];
}

/**
 * Ask whether a file that a capture had to do without can be had now. Only heads are asked for; how often, the looks
 * decide, which are ever further apart.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function hasArrived(
  post: Post,
  missing: readonly MissingFile[],
  context: SourceContext,
  limits: MediaLimits = mediaLimits(),
): Promise<Arrival> {
  const urls = new Set(missing.map(({ url }) => url));
  const wanted = planMedia(post).filter(({ of }) => urls.has(of));
  const exchanges: Exchange[] = [];
  for (const file of wanted.slice(0, mostFiles)) {
    if (await isThere(file, limits, context, exchanges)) return { isThere: true, exchanges };
  }
  return { isThere: false, exchanges };
}

async function isThere(
  { role, candidates }: WantedFile,
  limits: MediaLimits,
  { door, timeoutMs, signal }: SourceContext,
  exchanges: Exchange[],
): Promise<boolean> {
  const url = candidates[0]?.url ?? '';
  if (!isMediaHost(url)) return false;
  try {
    const { status, headers, exchange, earlier } = await door.ask({
      url,
      scope: 'media',
      method: 'HEAD',
      retries: 0,
      timeoutMs,
      signal,
    });
    exchanges.push(...earlier, exchange);
    const most = role === 'video' ? limits.videoBytes : limits.imageBytes;
    return status === 200 && Number(headers.get('content-length') ?? 1) <= most;
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    exchanges.push(...error.exchanges);
    return false;
  }
}

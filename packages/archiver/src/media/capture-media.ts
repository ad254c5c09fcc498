import type { Post } from '@embalm/post';
import type { Exchange, MissingFile, StoredFile } from '@embalm/store';
import PQueue from 'p-queue';
import { captureCaptions } from './captions/capture-captions.ts';
import type { SourceContext } from '../sources/source.ts';
import { fetchFile, type MediaLimits } from './fetch-file.ts';
import { planMedia, type WantedFile } from './media-plan.ts';
import { withMementos } from './memento-candidates.ts';
import { extensionOf } from './media-type.ts';
import { captureStream } from './stream/capture-stream.ts';

/** The files of a post. */
export interface CapturedMedia {
  /** By name, as in `media/1.jpg`, `media/1.poster.jpg`, `avatar/nasawatch.jpg`, `quote/media/1.mp4`. */
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly exchanges: readonly Exchange[];
  /** What could not be had. */
  readonly missing: readonly MissingFile[];
}

const megabyte = 1024 * 1024;
const imageBytes = 64 * megabyte;

/** The most bytes to take of a file; `videoBytes` is the user's own limit, by default 512 MiB. Images have 64 MiB at most. */
export function mediaLimits(videoBytes: number = 512 * megabyte): MediaLimits {
  return { imageBytes: Math.min(imageBytes, videoBytes), videoBytes };
}

/** As many at a time as there are connections to a host. */
const concurrency = 4;

/**
 * Fetch everything a post is made of into the archive: each image in its best size, each video as its best file. What
 * cannot be had is named; the rest is kept all the same.
 *
 * @param context Its `timeoutMs` bounds how long a file may stand still, not how long it may take.
 * @param archivedAt When a web archive captured the post, if it was found in one: its media may be there, too.
 * @throws The signal's reason, if it aborts; what the archive throws when it cannot keep a file.
 */
export async function captureMedia(
  post: Post,
  context: SourceContext,
  limits: MediaLimits = mediaLimits(),
  archivedAt: string | null = null,
): Promise<CapturedMedia> {
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const queue = new PQueue({ concurrency });
  const plan = planMedia(post).map((wanted) => (archivedAt === null ? wanted : withMementos(wanted, archivedAt)));
  const fetching = plan.map((wanted) => queue.add(() => fetchWanted(wanted, limits, { ...context, signal })));
  for (const one of fetching) one.catch((error: unknown) => stop.abort(error));
  // What is under way ends before an error is passed on, so that nothing is kept after its time.
  await Promise.allSettled(fetching);
  stop.signal.throwIfAborted();
  const fetched = await Promise.all(fetching);
  return {
    files: Object.assign({}, ...fetched.map(({ files }) => files)) as CapturedMedia['files'],
    exchanges: fetched.flatMap(({ exchanges }) => exchanges),
    missing: fetched.flatMap(({ missing }) => missing),
  };
}

/** A video without a file is kept as its stream; of one with a file, the stream tells the captions. */
async function fetchWanted(wanted: WantedFile, limits: MediaLimits, context: SourceContext): Promise<CapturedMedia> {
  const { file, reason, exchanges } = await fetchFile(wanted, limits, context);
  const missing = reason === null ? [] : [{ url: wanted.of, reason }];
  if (file !== null) {
    const kept = { [nameOf(wanted, file)]: file };
    if (wanted.stream === null) return { files: kept, exchanges, missing };
    const captions = await captureCaptions(wanted.stream, file.of ?? wanted.of, wanted.name, context);
    return {
      files: { ...kept, ...captions.files },
      exchanges: [...exchanges, ...captions.exchanges],
      missing: [...missing, ...captions.missing],
    };
  }
  if (wanted.stream === null || wanted.candidates.length > 0) return { files: {}, exchanges, missing };
  const { account, ...stream } = await captureStream(
    wanted.stream,
    `${wanted.name}.stream`,
    limits.videoBytes,
    context,
  );
  return { ...stream, missing: [{ url: wanted.of, reason: account }] };
}

function nameOf({ name }: WantedFile, { mediaType }: StoredFile): string {
  return `${name}.${extensionOf(mediaType)}`;
}

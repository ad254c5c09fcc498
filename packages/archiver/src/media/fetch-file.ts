import type { Exchange, StoredFile } from '@embalm/store';
import type { DoorAnswer } from '../door/door.ts';
import { DoorError, TooLargeError } from '../door/door-error.ts';
import type { SourceContext } from '../sources/source.ts';
import { waybackHost } from '../wayback/capture.ts';
import { fetchMemento } from '../wayback/fetch-memento.ts';
import { askForFile, fileRequest, isMediaHost } from './ask-for-file.ts';
import { measureImage } from './image-size.ts';
import type { Candidate, WantedFile } from './media-plan.ts';
import { detectMediaType, unknownMediaType } from './media-type.ts';
import { readVideoSize } from './video-ladder.ts';

/** What came of a file. */
export interface FetchedFile {
  readonly file: StoredFile | null;
  /** Why there is none, or not the best, or `null` if it is the best. */
  readonly reason: string | null;
  readonly exchanges: readonly Exchange[];
}

/** The most bytes to take. */
export interface MediaLimits {
  readonly imageBytes: number;
  readonly videoBytes: number;
}

/** Answers that say of one size that it is not there, or not for us; another may be. */
const nextStatuses: ReadonlySet<number> = new Set([400, 403, 404, 410]);

/**
 * Fetch a file from the best of the places where it may be.
 *
 * @throws The signal's reason, if it aborts; what the archive throws when it cannot keep the file.
 */
export async function fetchFile(wanted: WantedFile, limits: MediaLimits, context: SourceContext): Promise<FetchedFile> {
  const exchanges: Exchange[] = [];
  let reason = wanted.role === 'video' ? 'there is only a stream of it' : 'it is no URL of an image';
  const silent = new Set<string>();
  let isTooLarge = false;
  for (const candidate of wanted.candidates) {
    const host = URL.parse(candidate.url)?.hostname ?? '';
    if (silent.has(host)) continue;
    const tried = await tryCandidate(candidate, wanted, limits, context, exchanges);
    if (tried.file !== null) {
      return { file: tried.file, reason: isTooLarge ? leftOut(tried.file, wanted, limits) : null, exchanges };
    }
    reason = tried.reason;
    isTooLarge ||= tried.isTooLarge === true;
    if (tried.isFinal) silent.add(host);
  }
  return { file: null, reason, exchanges };
}

type Tried =
  | { readonly file: StoredFile }
  | {
      readonly file: null;
      readonly reason: string;
      /** Whether the same host is not to be asked again. */
      readonly isFinal: boolean;
      readonly isTooLarge?: boolean;
    };

async function tryCandidate(
  candidate: Candidate,
  { role }: WantedFile,
  limits: MediaLimits,
  context: SourceContext,
  exchanges: Exchange[],
): Promise<Tried> {
  const { url } = candidate;
  if (!isMediaHost(url) && !isMemento(url)) {
    return { file: null, reason: 'it is not on a host for media', isFinal: false };
  }
  const maxBytes = capOf(role, limits);
  try {
    const memento = isMemento(url) ? await fetchMemento(url, context, fileRequest(maxBytes, context.timeoutMs)) : null;
    const answer = memento?.answer ?? (await askForFile(url, maxBytes, context));
    exchanges.push(...(memento?.exchanges ?? [...answer.earlier, answer.exchange]));
    const { body } = answer;
    if (answer.status === 200 && body !== null && body.bytes > 0) {
      return {
        file: {
          ...body,
          ...(await describe(answer, role)),
          role,
          of: candidate.of,
          from: memento?.url ?? url,
          rung: candidate.rung,
        },
      };
    }
    const reason = answer.status === 200 ? 'the answer is empty' : `HTTP ${answer.status}`;
    return { file: null, reason, isFinal: answer.status !== 200 && !nextStatuses.has(answer.status) };
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    exchanges.push(...error.exchanges);
    const isTooLarge = error instanceof TooLargeError;
    return { file: null, reason: error.message, isFinal: !isTooLarge, isTooLarge };
  }
}

function capOf(role: StoredFile['role'], { imageBytes, videoBytes }: MediaLimits): number {
  return role === 'video' ? videoBytes : imageBytes;
}

/** A smaller one was kept because the best did not fit. */
function leftOut({ rung, of }: StoredFile, { role }: WantedFile, limits: MediaLimits): string {
  return `the best has more than the ${capOf(role, limits)} bytes that are taken; kept is ${rung ?? of ?? 'a smaller one'}`;
}

function isMemento(url: string): boolean {
  return URL.parse(url)?.hostname === waybackHost;
}

/** What a file is. One that is not what it should be keeps its bytes, and is called unknown: nobody decodes it. */
async function describe(
  answer: DoorAnswer,
  role: StoredFile['role'],
): Promise<Pick<StoredFile, 'mediaType' | 'width' | 'height'>> {
  const unknown = { mediaType: unknownMediaType, width: null, height: null };
  const mediaType = detectMediaType(answer.start);
  if (role === 'video') {
    return mediaType === 'video/mp4' ? { mediaType, ...readVideoSize(answer.exchange.url) } : unknown;
  }
  if (!mediaType.startsWith('image/')) return unknown;
  const size = await measureImage(await answer.bytes());
  return size === null ? unknown : { mediaType, ...size };
}

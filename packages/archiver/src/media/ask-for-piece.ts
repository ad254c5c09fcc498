import type { Exchange } from '@embalm/store';
import type { DoorAnswer } from '../door/door.ts';
import { DoorError } from '../door/door-error.ts';
import type { SourceContext } from '../sources/source.ts';
import { askForFile, isMediaHost } from './ask-for-file.ts';

/** A playlist or a part of a stream, or of captions; or why there is none. */
export type Piece =
  | { readonly answer: DoorAnswer; readonly exchanges: readonly Exchange[] }
  | { readonly answer: null; readonly reason: string; readonly exchanges: readonly Exchange[] };

/**
 * Ask for one piece of many. The URLs of pieces come out of playlists: other hosts than those for media are not asked.
 *
 * @param context Its `timeoutMs` is the longest silence, up to 30 s.
 * @throws The signal's reason, if it aborts; what the archive throws when it cannot keep the piece.
 */
export async function askForPiece(
  url: string,
  maxBytes: number,
  context: Pick<SourceContext, 'door' | 'timeoutMs' | 'signal'>,
): Promise<Piece> {
  if (!isMediaHost(url)) return { answer: null, reason: `${url} is not on a host for media`, exchanges: [] };
  try {
    const answer = await askForFile(url, maxBytes, context);
    const exchanges = [...answer.earlier, answer.exchange];
    if (answer.status === 200) return { answer, exchanges };
    return { answer: null, reason: `HTTP ${answer.status}`, exchanges };
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    return { answer: null, reason: error.message, exchanges: error.exchanges };
  }
}

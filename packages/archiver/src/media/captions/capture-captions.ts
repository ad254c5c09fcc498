import type { Exchange, MissingFile, StoredFile } from '@embalm/store';
import type { SourceContext } from '../../sources/source.ts';
import { askForPiece } from '../ask-for-piece.ts';
import { parsePlaylist } from '../stream/parse-playlist.ts';
import { joinCaptions } from './join-captions.ts';

/** What is kept of the captions of a video. */
export interface CapturedCaptions {
  /** By name, as in `media/1.en.vtt`. */
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly exchanges: readonly Exchange[];
  readonly missing: readonly MissingFile[];
}

const mostLanguages = 8;
/** An hour, in parts of ten seconds. */
const mostParts = 400;
/** Of one playlist or part, and of all parts of a language. */
const mostBytes = 2 * 1024 * 1024;

/**
 * Keep the captions of a video. X names them in the stream of the video and nowhere else; a video whose stream names none
 * has none.
 *
 * @param stream The URL of the stream.
 * @param of The URL of the video's file in the post.
 * @param name The name of the video's file, without its end.
 * @throws The signal's reason, if it aborts; what the archive throws when it cannot keep a file.
 */
export async function captureCaptions(
  stream: string,
  of: string,
  name: string,
  context: SourceContext,
): Promise<CapturedCaptions> {
  const files: Record<string, StoredFile> = {};
  const exchanges: Exchange[] = [];
  const missing: MissingFile[] = [];
  const master = await ask(stream);
  const playlist = typeof master === 'string' ? parsePlaylist(master, stream) : null;
  const captions = playlist?.kind === 'master' ? playlist.captions : [];
  for (const { url, language } of captions.slice(0, mostLanguages)) {
    const text = await readCaptions(url);
    if (typeof text === 'string') {
      const kept = await context.keep(Buffer.from(text));
      const size = { width: null, height: null };
      files[`${name}.${language.toLowerCase()}.vtt`] = {
        ...kept,
        mediaType: 'text/vtt',
        role: 'captions',
        of,
        from: url,
        rung: language,
        ...size,
      };
    } else missing.push({ url, reason: text.reason });
  }
  return { files, exchanges, missing };

  async function readCaptions(url: string): Promise<string | Failure> {
    const text = await ask(url);
    if (typeof text !== 'string') return text;
    const list = parsePlaylist(text, url);
    if (list === null) return joinCaptions([text]) ?? { reason: 'it is neither WebVTT nor a playlist' };
    const urls = list.kind === 'parts' ? list.urls : [];
    if (urls.length > mostParts) return { reason: `it has more than ${mostParts} parts` };
    const parts: string[] = [];
    let bytesLeft = mostBytes;
    for (const part of urls) {
      const answer = await ask(part);
      if (typeof answer !== 'string') return answer;
      bytesLeft -= Buffer.byteLength(answer);
      if (bytesLeft < 0) return { reason: `it has more than the ${mostBytes} bytes that are taken` };
      parts.push(answer);
    }
    return joinCaptions(parts) ?? { reason: 'not all of its parts are WebVTT' };
  }

  async function ask(url: string): Promise<string | Failure> {
    const piece = await askForPiece(url, mostBytes, context);
    exchanges.push(...piece.exchanges);
    return piece.answer === null ? piece : piece.answer.text();
  }
}

/** Why there is no text. */
interface Failure {
  readonly reason: string;
}

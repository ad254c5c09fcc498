import { idOf, type Post, type PostId, timeOfXId } from '@embalm/post';
import type { Exchange, Memento, StoredFile } from '@embalm/store';
import { DoorError } from '../door/door-error.ts';
import type { PayloadDiagnostic } from '../payloads/payload-diagnostic.ts';
import { readAnyPayload } from '../payloads/read-any-payload.ts';
import type { SourceContext } from '../sources/source.ts';
import { type Capture, mementoUrl } from './capture.ts';
import { chooseCaptures } from './choose-captures.ts';
import { type FetchedMemento, fetchMemento } from './fetch-memento.ts';

/** A post as a capture shows it, and the evidence; `post` is `null` if none of the captures does. */
export type ReadMemento =
  ShownMemento | { readonly post: null; readonly exchanges: readonly Exchange[]; readonly tried: number };

interface ShownMemento {
  readonly post: Post;
  readonly memento: Memento;
  readonly diagnostics: readonly PayloadDiagnostic[];
  readonly exchanges: readonly Exchange[];
  readonly files: Readonly<Record<string, StoredFile>>;
}

/** Pages have half a megabyte. */
const longestPage = 8 * 1024 * 1024;
const mostMementos = 4;

/**
 * Fetch captures of a post until one shows it: answers and pages that hold content first, from the nearest to its time on.
 *
 * @param captures Some may be of other posts: these are passed over.
 * @throws The signal's reason, if it aborts.
 */
export async function readMemento(
  captures: readonly Capture[],
  post: PostId,
  context: SourceContext,
): Promise<ReadMemento> {
  const near = timeOfXId(idOf(post)) ?? (Date.parse(context.hint?.date ?? '') || 0);
  const chosen = chooseCaptures(captures, post, near).slice(0, mostMementos);
  const exchanges: Exchange[] = [];
  for (const capture of chosen) {
    const fetched = await fetchCapture(capture, context, exchanges);
    const read = fetched === null ? null : await readFetched(fetched, capture, post);
    if (read !== null) return { ...read, exchanges };
  }
  return { post: null, exchanges, tried: chosen.length };
}

async function fetchCapture(
  capture: Capture,
  context: SourceContext,
  exchanges: Exchange[],
): Promise<FetchedMemento | null> {
  try {
    const options = { maxBytes: longestPage, timeoutMs: context.timeoutMs };
    const memento = await fetchMemento(mementoUrl(capture, 'id_'), context, options);
    exchanges.push(...memento.exchanges);
    return memento;
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    exchanges.push(...error.exchanges);
    return null;
  }
}

async function readFetched(
  { answer, url, at }: FetchedMemento,
  { original }: Capture,
  post: PostId,
): Promise<Omit<ShownMemento, 'exchanges'> | null> {
  const body = answer.exchange.response?.body ?? null;
  if (answer.status !== 200 || body === null) return null;
  const text = await answer.text();
  const reading = readAnyPayload(text, { at, post });
  if (reading.kind !== 'live' || reading.post.id !== post) return null;
  const shape = { of: null, rung: null, width: null, height: null, from: url };
  return {
    post: reading.post,
    memento: { url, original, at },
    diagnostics: reading.diagnostics,
    files: text.trimStart().startsWith('<')
      ? { 'memento/page.html': { ...body, ...shape, mediaType: 'text/html', role: 'document' } }
      : { 'memento/payload.json': { ...body, ...shape, mediaType: 'application/json', role: 'payload' } },
  };
}

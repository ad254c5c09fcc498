import type { Observation, PostId } from '@embalm/post';
import type { DoorAnswer } from '../door/door.ts';
import { DoorError } from '../door/door-error.ts';
import type { PayloadReading } from '../payloads/payload-reading.ts';
import { readOembedPayload } from '../payloads/read-oembed-payload.ts';
import { oembedUrl } from '../x-sites.ts';
import { payloadFile } from './payload-file.ts';
import type { Answer, Source, SourceContext } from './source.ts';

/**
 * X's oEmbed: the text and the author of a post, without its media. Its answers may be cached for a hundred years, so it
 * is only a witness.
 */
export const xOembed: Source = { name: 'x-oembed', kind: 'witness', observe };

const longestPayload = 1024 * 1024;
/** "Not found", and "not authorized", which says why in its body. */
const refusals: ReadonlySet<number> = new Set([401, 403, 404, 410]);

async function observe(post: PostId, context: SourceContext): Promise<Answer> {
  let answer: DoorAnswer;
  try {
    answer = await context.door.ask({
      url: oembedUrl(post, context.hint?.handle ?? null),
      headers: { accept: 'application/json' },
      maxBytes: longestPayload,
      timeoutMs: context.timeoutMs,
      signal: context.signal,
    });
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    const observation = unreachable(error.message, new Date().toISOString());
    return { observation, exchanges: error.exchanges, files: {} };
  }
  const { status, exchange, earlier } = answer;
  const at = new Date(Date.parse(exchange.startedAt) + exchange.durationMs).toISOString();
  const exchanges = [...earlier, exchange];
  if (status !== 200 && !refusals.has(status)) {
    return { observation: unreachable(`HTTP ${status}`, at), exchanges, files: {} };
  }
  const reading = readOembedPayload(parse(await answer.text()));
  return {
    observation: status === 200 ? explain(reading, post, at) : refuse(reading, status, at),
    diagnostics: status === 200 ? reading.diagnostics : [],
    notFoundAt: status === 404 || status === 410 ? 'oembed' : undefined,
    exchanges,
    files: status === 200 ? payloadFile('oembed', exchange) : {},
  };
}

function explain(reading: PayloadReading, post: PostId, at: string): Observation {
  if (reading.kind === 'unreadable') return unreachable(reading.reason, at);
  if (reading.kind !== 'live') return unreachable('the payload shows no post', at);
  if (reading.post.id !== post) return unreachable(`the answer is about another post, ${reading.post.id}`, at);
  return { state: 'live', source: xOembed.name, at, post: reading.post };
}

function refuse(reading: PayloadReading, status: number, at: string): Observation {
  const observed = { source: xOembed.name, at };
  if (reading.kind === 'tombstone' && reading.state === 'protected') {
    return { ...observed, state: 'protected', reason: reading.text };
  }
  return { ...observed, state: 'unavailable', reason: `HTTP ${status}` };
}

function unreachable(reason: string, at: string): Observation {
  return { state: 'unreachable', source: xOembed.name, at, reason };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

import type { Observation, PostId } from '@embalm/post';
import { observeReading } from '../payloads/observe-reading.ts';
import { parseJson } from '../payloads/parse-json.ts';
import type { PayloadReading } from '../payloads/payload-reading.ts';
import { readOembedPayload } from '../payloads/read-oembed-payload.ts';
import { oembedUrl } from '../x-sites.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { payloadFile } from './payload-file.ts';
import type { Answer, Source, SourceContext } from './source.ts';
import { unanswered } from './unanswered.ts';

/**
 * X's oEmbed: the text and the author of a post, without its media. Its answers may be cached for a hundred years, so it
 * is only a witness.
 */
export const xOembed: Source = { name: 'x-oembed', kind: 'witness', observe };

/** "Not found", and "not authorized", which says why in its body. */
const refusals: ReadonlySet<number> = new Set([401, 403, 404, 410]);

async function observe(post: PostId, context: SourceContext): Promise<Answer> {
  const asking = await askEndpoint({ url: oembedUrl(post, context.hint?.handle ?? null), scope: 'x-oembed' }, context);
  if (asking.kind === 'unanswered') return unanswered(xOembed.name, asking);
  const { status, at, text, exchange, exchanges } = asking;
  if (status !== 200 && !refusals.has(status)) {
    return { observation: unreachable(`HTTP ${status}`, at), exchanges, files: {} };
  }
  const reading = readOembedPayload(parseJson(text));
  return {
    observation: status === 200 ? explain(reading, post, at) : refuse(reading, status, at),
    diagnostics: status === 200 ? reading.diagnostics : [],
    notFoundAt: status === 404 || status === 410 ? 'oembed' : undefined,
    exchanges,
    files: status === 200 ? payloadFile('oembed', exchange) : {},
  };
}

function explain(reading: PayloadReading, post: PostId, at: string): Observation {
  const showsNone = reading.kind === 'tombstone' || reading.kind === 'empty';
  if (showsNone) return unreachable('the payload shows no post', at);
  return observeReading(reading, post, { source: xOembed.name, at });
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

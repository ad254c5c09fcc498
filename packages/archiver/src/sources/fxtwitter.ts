import type { PostId } from '@embalm/post';
import { observeReading } from '../payloads/observe-reading.ts';
import { parseJson } from '../payloads/parse-json.ts';
import { readFxtwitterPayload } from '../payloads/read-fxtwitter-payload.ts';
import { fxtwitterUrl } from '../x-sites.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { payloadFile } from './payload-file.ts';
import type { Answer, Source, SourceContext } from './source.ts';
import { unanswered } from './unanswered.ts';

/**
 * FxTwitter, a service of others that asks X with accounts of its own. It tells a whole post, and of one that is gone why. Its
 * plain 404 says less than "not found": it stands for posts for adults, too.
 */
export const fxtwitter: Source = { name: 'fxtwitter', kind: 'hearsay', observe };

/** Statuses that come with a word of the service's own. */
const spoken: ReadonlySet<number> = new Set([200, 401, 404]);

async function observe(post: PostId, context: SourceContext): Promise<Answer> {
  const source = fxtwitter.name;
  const asking = await askEndpoint({ url: fxtwitterUrl(post), scope: 'fxtwitter' }, context);
  if (asking.kind === 'unanswered') return unanswered(source, asking);
  const { status, at, text, exchange, exchanges } = asking;
  if (!spoken.has(status)) return unanswered(source, { reason: `HTTP ${status}`, at, exchanges });
  const reading = readFxtwitterPayload(parseJson(text), { at });
  const observation = observeReading(reading, post, { source, at });
  return {
    observation,
    diagnostics: reading.diagnostics,
    notFoundAt: observation.state === 'deleted' ? source : undefined,
    exchanges,
    files: payloadFile(source, exchange),
  };
}

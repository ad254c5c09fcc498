import type { PostId } from '@embalm/post';
import { observeReading } from '../payloads/observe-reading.ts';
import { parseJson } from '../payloads/parse-json.ts';
import { readVxtwitterPayload } from '../payloads/read-vxtwitter-payload.ts';
import { vxtwitterUrl } from '../x-sites.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { payloadFile } from './payload-file.ts';
import type { Answer, Source, SourceContext } from './source.ts';
import { unanswered } from './unanswered.ts';

/**
 * VxTwitter, a service of others that asks X with accounts of its own. Of a post that it cannot show it says no more than that,
 * in a page: whether there is one nobody can tell from it.
 */
export const vxtwitter: Source = { name: 'vxtwitter', kind: 'hearsay', observe };

async function observe(post: PostId, context: SourceContext): Promise<Answer> {
  const source = vxtwitter.name;
  const asking = await askEndpoint({ url: vxtwitterUrl(post), scope: 'vxtwitter' }, context);
  if (asking.kind === 'unanswered') return unanswered(source, asking);
  const { status, at, text, exchange, exchanges } = asking;
  if (status !== 200) return unanswered(source, { reason: `HTTP ${status}`, at, exchanges });
  const reading = readVxtwitterPayload(parseJson(text), { at });
  return {
    observation: observeReading(reading, post, { source, at }),
    diagnostics: reading.diagnostics,
    exchanges,
    files: reading.kind === 'live' ? payloadFile(source, exchange) : {},
  };
}

import type { PostId } from '@embalm/post';
import { notFoundAt, observeTweetResult } from '../payloads/observe-tweet-result.ts';
import { tweetResultUrl } from '../x-sites.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { payloadFile } from './payload-file.ts';
import type { Answer, Source, SourceContext } from './source.ts';
import { unanswered } from './unanswered.ts';

/** X's `tweet-result`, asked for without a browser. */
export const xSyndication: Source = { name: 'x-syndication', kind: 'x', observe };

async function observe(post: PostId, context: SourceContext): Promise<Answer> {
  const asking = await askEndpoint({ url: tweetResultUrl(post), scope: 'x-syndication' }, context);
  if (asking.kind === 'unanswered') return unanswered(xSyndication.name, asking);
  const { status, exchange, exchanges } = asking;
  return {
    ...observeTweetResult(asking, post, xSyndication.name),
    exchanges,
    notFoundAt: notFoundAt(status),
    files: status === 200 ? payloadFile('syndication', exchange) : {},
  };
}

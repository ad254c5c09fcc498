import type { PostId } from '@embalm/post';
import type { DoorAnswer } from '../door/door.ts';
import { DoorError } from '../door/door-error.ts';
import { notFoundAt, observeTweetResult } from '../payloads/observe-tweet-result.ts';
import { tweetResultUrl } from '../x-sites.ts';
import { payloadFile } from './payload-file.ts';
import type { Answer, Source, SourceContext } from './source.ts';

/** Payloads have 3 kB; the largest on record 11. */
const longestPayload = 4 * 1024 * 1024;

/** X's `tweet-result`, asked for without a browser. */
export const xSyndication: Source = { name: 'x-syndication', kind: 'x', observe };

async function observe(post: PostId, context: SourceContext): Promise<Answer> {
  let answer: DoorAnswer;
  try {
    answer = await context.door.ask({
      url: tweetResultUrl(post),
      headers: { accept: 'application/json' },
      maxBytes: longestPayload,
      timeoutMs: context.timeoutMs,
      signal: context.signal,
    });
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    const at = new Date().toISOString();
    const observation = { state: 'unreachable', source: xSyndication.name, at, reason: error.message } as const;
    return { observation, diagnostics: [], exchanges: error.exchanges, files: {} };
  }
  const { status, retryAt, exchange, earlier } = answer;
  const at = new Date(Date.parse(exchange.startedAt) + exchange.durationMs).toISOString();
  const result = { status, retryAt, at, text: await answer.text() };
  return {
    ...observeTweetResult(result, post, xSyndication.name),
    exchanges: [...earlier, exchange],
    notFoundAt: notFoundAt(status),
    files: status === 200 ? payloadFile('syndication', exchange) : {},
  };
}

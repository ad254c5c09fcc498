import type { PostId } from '@embalm/post';
import type { Exchange } from '@embalm/store';
import { observeReading } from '../payloads/observe-reading.ts';
import { parseJson } from '../payloads/parse-json.ts';
import { isJsonObject } from '../payloads/json-object.ts';
import { readGraphqlPayload } from '../payloads/read-graphql-payload.ts';
import { guestHeaders, guestTweetUrl, xSites } from '../x-sites.ts';
import { type Asking, askEndpoint } from './ask-endpoint.ts';
import { payloadFile } from './payload-file.ts';
import type { Answer, Source, SourceContext } from './source.ts';
import { unanswered } from './unanswered.ts';

const name = 'guest-graphql';
/** A guest whom X no longer knows, or who has asked for too much. */
const dismissals: ReadonlySet<number> = new Set([401, 403, 429]);

/**
 * The API of X's own pages, asked as a guest, whom X gives a number on request. It tells a whole post, and of one that is gone
 * why. X changes its operations and turns guests away as it likes, so it is no more than a witness.
 */
export function createGuestGraphql(): Source {
  /** The number as long as X takes it, for all posts. */
  let guest: string | null = null;
  return { name, kind: 'witness', observe };

  async function observe(post: PostId, context: SourceContext): Promise<Answer> {
    const before: Exchange[] = [];
    const known = guest;
    const first = await ask(post, context, before);
    // A number may have grown old since the last post.
    const isStale =
      known !== null && first.kind === 'answered' && dismissals.has(first.status) && first.retryAt === null;
    if (isStale) before.push(...first.exchanges);
    const asking = isStale ? await ask(post, context, before) : first;
    return read(post, { ...asking, exchanges: [...before, ...asking.exchanges] });
  }

  async function ask(post: PostId, context: SourceContext, before: Exchange[]): Promise<Asking> {
    if (guest === null) {
      const activation = await askEndpoint(
        { url: xSites.guestActivation, scope: name, body: new Uint8Array(), headers: guestHeaders(null) },
        context,
      );
      const given = activation.kind === 'answered' ? readGuest(activation.text) : null;
      if (given === null) return refused(activation);
      before.push(...activation.exchanges);
      guest = given;
    }
    const asking = await askEndpoint({ url: guestTweetUrl(post), scope: name, headers: guestHeaders(guest) }, context);
    if (asking.kind === 'answered' && dismissals.has(asking.status)) guest = null;
    return asking;
  }
}

function read(post: PostId, asking: Asking): Answer {
  if (asking.kind === 'unanswered') return unanswered(name, asking);
  const { status, at, text, exchange, exchanges } = asking;
  if (status !== 200) return unanswered(name, { reason: `HTTP ${status}`, at, exchanges });
  const reading = readGraphqlPayload(parseJson(text), { at, post });
  return {
    observation: observeReading(reading, post, { source: name, at }),
    diagnostics: reading.diagnostics,
    notFoundAt: reading.kind === 'empty' ? 'TweetResultByRestId' : undefined,
    exchanges,
    files: payloadFile('graphql', exchange),
  };
}

function readGuest(text: string): string | null {
  const answer = parseJson(text);
  const guest = isJsonObject(answer) ? answer['guest_token'] : null;
  return typeof guest === 'string' && /^\d{1,20}$/.test(guest) ? guest : null;
}

function refused({ at, exchanges, ...asking }: Asking): Asking {
  const reason = asking.kind === 'answered' ? `X takes no guest (HTTP ${asking.status})` : asking.reason;
  return { kind: 'unanswered', reason, at, exchanges };
}

import { parsePostId, type PostId } from '@embalm/post';
import { readAnyJson } from '../payloads/read-any-payload.ts';
import { type PayloadReading, postOf, type ReadOptions } from '../payloads/payload-reading.ts';
import { nobody } from '../payloads/parts/author.ts';
import { readGraphqlPayload } from '../payloads/read-graphql-payload.ts';
import { readXExportPayload } from '../payloads/read-x-export-payload.ts';
import { readV2Payload } from '../payloads/read-v2-payload.ts';
import { isJsonObject, type JsonObject } from '../payloads/json-object.ts';

/** Answers of a conversation or a search have some 30,000 values; what has many more means no good. */
const mostValues = 2_000_000;
/** Where a post of GraphQL holds others, which come with it. */
const inner: ReadonlySet<string> = new Set(['quoted_status_result', 'retweeted_status_result', 'card', 'quoted_tweet']);

/** Read every post of a payload that may hold many: a time line, a search, a list; each once. */
export function splitPayload(payload: unknown, options: ReadOptions): readonly PayloadReading[] {
  const readings = partsOf(payload).map((read) => read(options));
  const seen = new Set<string>();
  return readings.filter((reading) => {
    const post = postOf(reading);
    if (post === null) return readings.length === 1;
    if (seen.has(post)) return false;
    seen.add(post);
    return true;
  });
}

type Read = (options: ReadOptions) => PayloadReading;

function partsOf(payload: unknown): readonly Read[] {
  if (Array.isArray(payload)) return payload.flatMap((item: unknown) => (isJsonObject(item) ? partsOf(item) : []));
  if (!isJsonObject(payload)) return [];
  for (const list of ['statuses', 'tweets']) {
    const items = payload[list];
    if (Array.isArray(items)) return items.map((item: unknown) => (options) => readAnyJson(item, options));
  }
  const { users } = payload;
  if (Array.isArray(users)) return users.flatMap((user: unknown) => (isJsonObject(user) ? newestOf(user) : []));
  if (isAccount(payload)) return newestOf(payload);
  if (isPost(payload)) return [(options) => readGraphqlPayload(payload, options)];
  if (isExported(payload)) return [(options) => readXExportPayload(payload, { ...options, author: nobody })];
  const { data } = payload;
  if (Array.isArray(data)) {
    return data.flatMap((item: unknown): readonly Read[] => {
      const post = isJsonObject(item) && isV2Post(item) ? parsePostId(`x:${String(item['id'])}`) : null;
      return post === null ? [] : [(options) => readV2Payload(payload, { ...options, post })];
    });
  }
  const results = isJsonObject(data) && typeof data['text'] !== 'string' ? findResults(payload) : [];
  if (results.length > 0) return results.map((result) => (options) => readAnyJson(result, options));
  return [(options) => readAnyJson(payload, options)];
}

/** An account of v1.1, as `users/lookup` answers with. */
function isAccount(value: JsonObject): boolean {
  return typeof value['screen_name'] === 'string' && typeof value['id_str'] === 'string';
}

/** The newest post of an account comes with it, without saying whose it is. */
function newestOf(account: JsonObject): readonly Read[] {
  const { status, ...user } = account;
  return isJsonObject(status) ? [(options) => readAnyJson({ ...status, user }, options)] : [];
}

/** The posts of an answer of GraphQL, in its order, without those within others. */
function findResults(answer: JsonObject): readonly JsonObject[] {
  const waiting: unknown[] = [answer];
  const found: JsonObject[] = [];
  for (let seen = 0; waiting.length > 0 && seen < mostValues; seen += 1) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isJsonObject(value) && isPost(value)) {
      found.push(value);
      continue;
    }
    const inside = Object.entries(value).filter(([key]) => !inner.has(key));
    for (const [, item] of inside.toReversed()) waiting.push(item);
  }
  return found;
}

function isPost(value: JsonObject): boolean {
  const tweet = isJsonObject(value['tweet']) ? value['tweet'] : value;
  return (
    typeof tweet['rest_id'] === 'string' &&
    isJsonObject(tweet['legacy']) &&
    typeof tweet['legacy']['full_text'] === 'string'
  );
}

/** Events of direct messages have an id and a text as well. */
function isV2Post(item: JsonObject): boolean {
  return typeof item['text'] === 'string' && !Object.hasOwn(item, 'event_type');
}

/** A post of X's data export, without the account that says whose it is. */
function isExported({ tweet }: JsonObject): boolean {
  return isJsonObject(tweet) && typeof tweet['id_str'] === 'string' && typeof tweet['full_text'] === 'string';
}

/** The post that a URL asks for by its id, as `tweet-result` and the API do; `null` if it names none. */
export function postOfPayloadUrl(url: string): PostId | null {
  const parsed = URL.parse(url);
  const id =
    parsed?.searchParams.get('id') ??
    /\/(?:status|statuses|tweets|show)\/(\d{1,19})(?:\.json)?$/.exec(parsed?.pathname ?? '')?.[1];
  return id === undefined || id === null || !/^\d{1,19}$/.test(id) ? null : parsePostId(`x:${id}`);
}

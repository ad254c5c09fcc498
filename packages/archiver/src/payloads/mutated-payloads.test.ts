import { parsePost, type Post, type PostId } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { mutate, mutations, nameOf, placesIn } from '../../test/payloads/mutate.ts';
import {
  fxtwitterAnswer,
  graphqlAnswer,
  graphqlPost,
  oembedAnswer,
  v1Post,
  v2Answer,
  vxtwitterAnswer,
} from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import { readRecordings } from '../../test/shared-corpus.ts';
import { photoDetail, tweetResult } from '../../test/tweet-result.ts';
import { nobody } from './parts/author.ts';
import type { PayloadReading } from './payload-reading.ts';
import { readFxtwitterPayload } from './read-fxtwitter-payload.ts';
import { readGraphqlPayload } from './read-graphql-payload.ts';
import { readOembedPayload } from './read-oembed-payload.ts';
import { readSyndicationPayload } from './read-syndication-payload.ts';
import { readV1Payload } from './read-v1-payload.ts';
import { readV2Payload } from './read-v2-payload.ts';
import { readVxtwitterPayload } from './read-vxtwitter-payload.ts';
import { readXExportPayload } from './read-x-export-payload.ts';

type Read = (payload: unknown, post?: PostId) => PayloadReading;

const readers = {
  syndication: (payload) => readSyndicationPayload(payload, { at }),
  graphql: (payload, post) => readGraphqlPayload(payload, post === undefined ? { at } : { at, post }),
  v1: (payload) => readV1Payload(payload, { at }),
  v2: (payload) => readV2Payload(payload, { at }),
  gdpr: (payload) => readXExportPayload(payload, { at, author: nobody }),
  oembed: (payload) => readOembedPayload(payload),
  fxtwitter: (payload) => readFxtwitterPayload(payload, { at }),
  vxtwitter: (payload) => readVxtwitterPayload(payload, { at }),
} as const satisfies Record<string, Read>;

const quote = tweetResult({ mediaDetails: [photoDetail('QUOTE', [0, 1])] });
const own: Readonly<Record<keyof typeof readers, readonly unknown[]>> = {
  syndication: [tweetResult({ mediaDetails: [photoDetail('KEY', [0, 1])], quoted_tweet: quote, parent: quote })],
  graphql: [
    graphqlPost('old'),
    graphqlPost('new', { quoted_status_result: { result: graphqlPost('new') } }),
    graphqlAnswer({ __typename: 'TweetWithVisibilityResults', tweet: graphqlPost('new') }),
  ],
  v1: [v1Post, { ...v1Post, quoted_status: v1Post }],
  v2: [v2Answer],
  gdpr: [{ tweet: v1Post }],
  oembed: [oembedAnswer],
  fxtwitter: [fxtwitterAnswer()],
  vxtwitter: [vxtwitterAnswer],
};

/** Changes of type that make a field another one: what is read of it must be named. */
const retyping: ReadonlySet<string> = new Set(['of another type', 'one deeper', 'in words']);
/** Each shape of place is tried once, so that further recordings add little. */
const mostRecordings = 8;
/** As many parts of a post hang together: its text, what stands in it, whether it is whole. */
const mostChanged = 3;
/** Objects that hold all or half of a post, and its id. */
const holdsMuch =
  /(?:^|\.)(?:tweet|legacy|data|data\[\d\]|status|extended_tweet|includes|html|url|tweetResult|result|raw_text|retweeted_status|retweeted_status_result|rest_id|id_str|id|tweetID)$/;

interface Tried {
  readonly cases: number;
  readonly gone: number;
  readonly faults: readonly string[];
}

/** Read a payload in all its mutations, each shape of place once. */
function tryAll(read: Read, payload: unknown, known: Set<string>): Tried {
  const json = JSON.stringify(payload);
  const before = read(payload);
  if (before.kind !== 'live') return { cases: 0, gone: 0, faults: [] };
  const faults: string[] = [];
  let [cases, gone] = [0, 0];
  for (const place of placesIn(payload)) {
    const path = nameOf(place);
    for (const [name, how] of Object.entries(mutations)) {
      const shape = `${name} ${path.replaceAll(/\[\d+\]/g, '[]')}`;
      if (known.has(shape)) continue;
      known.add(shape);
      const mutated = mutate(json, place, how);
      if (mutated === null) continue;
      cases += 1;
      const reading = read(mutated, before.post.id);
      if (reading.kind === 'live') faults.push(...judge(reading, before.post, name, path));
      else {
        gone += 1;
        if (!holdsMuch.test(path)) faults.push(`${path} ${name}: ${reading.kind}`);
      }
    }
  }
  return { cases, gone, faults };
}

function judge(reading: PayloadReading & { kind: 'live' }, before: Post, name: string, path: string): string[] {
  const { post, diagnostics } = reading;
  expect(parsePost(post)).toEqual(post);
  const keys = Object.keys(before) as (keyof Post)[];
  const changed = keys.filter((key) => JSON.stringify(post[key]) !== JSON.stringify(before[key]));
  if (changed.length > mostChanged && !holdsMuch.test(path)) return [`${path} ${name}: changes ${changed.join(', ')}`];
  const isNamed = diagnostics.some((one) => isAbout(one.path, path));
  return retyping.has(name) && changed.length > 0 && !isNamed ? [`${path} ${name}: ${changed.join(', ')}, unsaid`] : [];
}

/** A diagnostic may name the field, what holds it, or what it holds; paths of answers begin at the post. */
function isAbout(said: string, path: string): boolean {
  if (said === '') return true;
  return [said, said.replaceAll(/\[\d+\]/g, '')].some(
    (one) =>
      path.includes(one) ||
      one.startsWith(path) ||
      path
        .split('.')
        .slice(1)
        .some((_, index, rest) => one.startsWith(rest.slice(index).join('.'))),
  );
}

describe.each(Object.keys(readers) as (keyof typeof readers)[])('payloads of %s that have changed', (kind) => {
  it('are read all the same: what has changed is named, the rest of the post stands', () => {
    const known = new Set<string>();
    const recordings = kind.endsWith('twitter') ? [] : [...readRecordings(kind).values()].slice(0, mostRecordings);
    const tried = [...own[kind], ...recordings].map((payload) => tryAll(readers[kind], payload, known));
    const cases = tried.reduce((sum, one) => sum + one.cases, 0);
    const gone = tried.reduce((sum, one) => sum + one.gone, 0);
    console.log(`${kind}: ${cases} changes, ${gone} of them left no post`);
    expect(tried.flatMap(({ faults }) => faults)).toEqual([]);
    expect(tried[0]?.cases).toBeGreaterThan(30);
    expect(gone).toBeLessThan(cases / 4);
  });
});

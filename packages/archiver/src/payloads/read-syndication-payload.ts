import type { Post } from '@embalm/post';
import { Fields } from './fields.ts';
import type { PayloadDiagnostic } from './payload-diagnostic.ts';
import { readPost } from './syndication/post.ts';
import { type GoneState, readTombstone } from './tombstone.ts';

/** What a `tweet-result` payload says, and which of its fields were not as they used to be. */
export type SyndicationReading = SyndicationContent & { readonly diagnostics: readonly PayloadDiagnostic[] };

/** What a `tweet-result` payload says. */
type SyndicationContent =
  | { readonly kind: 'live'; readonly post: Post }
  /** The notice, word for word, and what it means. */
  | { readonly kind: 'tombstone'; readonly state: GoneState; readonly text: string }
  /** `{}`: the post is not there, or the token was not liked. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Read the payload of X's `tweet-result`, parsed but not trusted: whatever it is, this returns.
 *
 * @param options `at`: when it came, ISO 8601 in UTC with milliseconds; counts are true as of then.
 */
export function readSyndicationPayload(payload: unknown, options: { readonly at: string }): SyndicationReading {
  const diagnostics: PayloadDiagnostic[] = [];
  const content = readContent(Fields.of(payload, diagnostics), options.at);
  const once = new Map(diagnostics.map((diagnostic) => [`${diagnostic.problem} ${diagnostic.path}`, diagnostic]));
  return { ...content, diagnostics: [...once.values()] };
}

function readContent(fields: Fields | null, at: string): SyndicationContent {
  if (fields === null) return { kind: 'unreadable', reason: 'the payload is no object' };
  if (fields.keys().length === 0) return { kind: 'empty' };
  const type = fields.wanted('__typename');
  if (type === 'TweetTombstone' || fields.has('tombstone')) return readNotice(fields);
  if (type !== null && type !== 'Tweet') fields.surprising('__typename');
  const post = readPost(fields, at);
  if (post !== null) return { kind: 'live', post };
  return { kind: 'unreadable', reason: 'the payload names no post' };
}

function readNotice(fields: Fields): SyndicationContent {
  const text = fields.object('tombstone')?.object('text')?.wanted('text') ?? null;
  if (text === null) fields.surprising('tombstone');
  return { kind: 'tombstone', state: readTombstone(text ?? ''), text: text ?? 'a tombstone without a notice' };
}

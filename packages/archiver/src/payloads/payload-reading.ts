import type { Post, PostId } from '@embalm/post';
import { Fields } from './fields.ts';
import type { PayloadDiagnostic } from './payload-diagnostic.ts';
import type { GoneState } from './tombstone.ts';

/** What a payload says, and which of its fields were not as they used to be. */
export type PayloadReading = PayloadContent & { readonly diagnostics: readonly PayloadDiagnostic[] };

/** What a payload says. */
export type PayloadContent =
  | { readonly kind: 'live'; readonly post: Post }
  /** The notice, word for word, and what it means; and which post it is about, where the payload says so. */
  | { readonly kind: 'tombstone'; readonly state: GoneState; readonly text: string; readonly about?: Gone }
  /** `{}`: the post is not there, or the token was not liked. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A post that is shown no longer. */
interface Gone {
  readonly id: PostId;
  /** What it was, if the payload has that: an export keeps what its owner deleted. */
  readonly content: Post | null;
}

/** How a payload is read. */
export interface ReadOptions {
  /** When it came, ISO 8601 in UTC with milliseconds; counts are true as of then. */
  readonly at: string;
  /** Which post is wanted of a payload that may hold several. Default: the first. */
  readonly post?: PostId;
}

/** Read a payload, parsed but not trusted: whatever it is, this returns. Each field is named once. */
export function readWith(payload: unknown, read: (fields: Fields) => PayloadContent): PayloadReading {
  const diagnostics: PayloadDiagnostic[] = [];
  const fields = Fields.of(payload, diagnostics);
  const content: PayloadContent =
    fields === null ? { kind: 'unreadable', reason: 'the payload is no object' } : seeThroughNotice(read(fields));
  if (content.kind === 'live') fields?.nameWraps();
  const once = new Map(diagnostics.map((diagnostic) => [`${diagnostic.problem} ${diagnostic.path}`, diagnostic]));
  return { ...content, diagnostics: [...once.values()] };
}

/** Which post a payload is about, if it says so. */
export function postOf(reading: PayloadContent): PostId | null {
  if (reading.kind === 'live') return reading.post.id;
  return reading.kind === 'tombstone' ? (reading.about?.id ?? null) : null;
}

/** What a payload says that a post is, or was. */
export function contentOf(reading: PayloadContent): Post | null {
  if (reading.kind === 'live') return reading.post;
  return reading.kind === 'tombstone' ? (reading.about?.content ?? null) : null;
}

/** Where a post is withheld from who asked, X puts a notice in the place of its text, and calls it a post all the same. */
function seeThroughNotice(content: PayloadContent): PayloadContent {
  if (content.kind !== 'live') return content;
  const { id, withheld, text } = content.post;
  if (withheld === null || text.length > longestNotice || !/\bhas been withheld in\b/.test(text)) return content;
  return { kind: 'tombstone', state: 'withheld', text, about: { id, content: null } };
}

/** As many countries may be named. */
const longestNotice = 2000;

import type { Post, PostId } from '@embalm/post';
import { Fields } from './fields.ts';
import type { PayloadDiagnostic } from './payload-diagnostic.ts';
import type { GoneState } from './tombstone.ts';

/** What a payload says, and which of its fields were not as they used to be. */
export type PayloadReading = PayloadContent & { readonly diagnostics: readonly PayloadDiagnostic[] };

/** What a payload says. */
export type PayloadContent =
  | { readonly kind: 'live'; readonly post: Post }
  /** The notice, word for word, and what it means. */
  | { readonly kind: 'tombstone'; readonly state: GoneState; readonly text: string }
  /** `{}`: the post is not there, or the token was not liked. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly reason: string };

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
    fields === null ? { kind: 'unreadable', reason: 'the payload is no object' } : read(fields);
  if (content.kind === 'live') fields?.nameWraps();
  const once = new Map(diagnostics.map((diagnostic) => [`${diagnostic.problem} ${diagnostic.path}`, diagnostic]));
  return { ...content, diagnostics: [...once.values()] };
}

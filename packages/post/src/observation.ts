import type { Post } from './post.ts';

/** Where content can come from. `web` is a web page itself; `import:*` names the kind of file. */
export type Source =
  | 'x-embed'
  | 'x-syndication'
  | 'x-oembed'
  | 'guest-graphql'
  | 'fxtwitter'
  | 'vxtwitter'
  | 'wayback'
  | 'quoted'
  | 'web'
  | `import:${string}`;

/** What a source can say of a post at a moment. */
export const states = [
  'live',
  'deleted',
  'suspended',
  'protected',
  'age-restricted',
  'withheld',
  'unavailable',
  'unreachable',
] as const;

/** One of {@link states}. */
export type State = (typeof states)[number];

/** What one source said of a post at one time. */
export type Observation = LiveObservation | GoneObservation | UnreachableObservation;

interface Observed {
  readonly source: Source;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
}

/** The source showed the post. */
export interface LiveObservation extends Observed {
  readonly state: 'live';
  readonly post: Post;
}

/** The source answered, and did not show the post. */
export interface GoneObservation extends Observed {
  /** `unavailable` is "not found": only an explicit notice makes it `deleted`. */
  readonly state: Exclude<State, 'live' | 'unreachable'>;
  /** The notice, word for word, or what the answer was. */
  readonly reason: string;
}

/** The source gave no usable answer: no network, a time-out, an error of the server, a broken payload. */
export interface UnreachableObservation extends Observed {
  readonly state: 'unreachable';
  readonly reason: string;
}

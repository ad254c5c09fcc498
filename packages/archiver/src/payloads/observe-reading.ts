import type { Observation, PostId, Source } from '@embalm/post';
import type { PayloadReading } from './payload-reading.ts';

/** Who answered, and when: ISO 8601 in UTC, with milliseconds. */
export interface Answered {
  readonly source: Source;
  readonly at: string;
}

/**
 * Say what a payload means for the post that was asked for. An answer about another post, or one that is no payload, is
 * `unreachable`: it says nothing of this one.
 */
export function observeReading(reading: PayloadReading, post: PostId, answered: Answered): Observation {
  switch (reading.kind) {
    case 'live':
      if (reading.post.id === post) return { ...answered, state: 'live', post: reading.post };
      return { ...answered, state: 'unreachable', reason: `the answer is about another post, ${reading.post.id}` };
    case 'tombstone':
      return { ...answered, state: reading.state, reason: reading.text };
    case 'empty':
      return { ...answered, state: 'unavailable', reason: 'an empty payload' };
    case 'unreadable':
      return { ...answered, state: 'unreachable', reason: reading.reason };
  }
}

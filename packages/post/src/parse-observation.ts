import { instant } from './decode/date.ts';
import { type Decode, object, oneOf, string, text, variant } from './decode/decode.ts';
import {
  type GoneObservation,
  type LiveObservation,
  type Observation,
  type Source,
  type State,
  states,
  type UnreachableObservation,
} from './observation.ts';
import { parsePost } from './parse-post.ts';

const importPattern = /^import:[a-z0-9][a-z0-9-]{0,63}$/;
const namedSources: ReadonlySet<string> = new Set<Source>([
  'x-embed',
  'x-syndication',
  'x-oembed',
  'guest-graphql',
  'fxtwitter',
  'vxtwitter',
  'wayback',
  'quoted',
  'web',
]);

/**
 * Read the name of a source.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseSource: Decode<Source> = text(
  'a source like x-embed or import:wacz',
  (value): value is Source => namedSources.has(value) || importPattern.test(value),
);

/**
 * Read what became of a post.
 *
 * @throws {ShapeError} If the value is no state.
 */
export const parseState: Decode<State> = oneOf(...states);

const observed = { source: parseSource, at: instant, reason: string };

const gone = object<GoneObservation>({
  state: oneOf('deleted', 'suspended', 'protected', 'age-restricted', 'withheld', 'unavailable'),
  ...observed,
});

/**
 * Read what a source said of a post.
 *
 * @throws {ShapeError} If the value is no observation.
 */
export const parseObservation: Decode<Observation> = variant<Observation>('state', {
  live: object<LiveObservation>({ state: oneOf('live'), source: parseSource, at: instant, post: parsePost }),
  deleted: gone,
  suspended: gone,
  protected: gone,
  'age-restricted': gone,
  withheld: gone,
  unavailable: gone,
  unreachable: object<UnreachableObservation>({ state: oneOf('unreachable'), ...observed }),
});

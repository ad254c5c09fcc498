import type { WitnessName } from '../witness-name.ts';
import { fxtwitter } from './fxtwitter.ts';
import { createGuestGraphql } from './guest-graphql.ts';
import type { Source } from './source.ts';
import { vxtwitter } from './vxtwitter.ts';

const witnesses: Readonly<Record<WitnessName, () => Source>> = {
  fxtwitter: () => fxtwitter,
  vxtwitter: () => vxtwitter,
  'guest-graphql': createGuestGraphql,
};

/** Make the source of a witness that the user has named. */
export function createWitness(name: WitnessName): Source {
  return witnesses[name]();
}

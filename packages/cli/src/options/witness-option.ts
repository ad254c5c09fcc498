import type { WitnessName } from '@embalm/archiver';
import { InvalidArgumentError, Option } from 'commander';

/** Written down once more here: to load the archiver for its list would slow down every command. */
const known: Readonly<Record<WitnessName, true>> = {
  'guest-graphql': true,
  fxtwitter: true,
  vxtwitter: true,
};
const names = Object.keys(known) as readonly WitnessName[];
const listed = names.join(', ');

/** Who else is asked for posts that X does not show; may be given again. */
export const witnessOption: Option = new Option(
  '--witness <name>',
  `also ask ${listed} for posts that X does not show; repeatable. ` +
    'FxTwitter and VxTwitter belong to others: they learn which posts you look for',
).argParser(addWitness);

function addWitness(text: string, before: readonly WitnessName[] = []): readonly WitnessName[] {
  const name = names.find((one) => one === text);
  if (name !== undefined) return [...new Set([...before, name])];
  throw new InvalidArgumentError(`Expected one of ${listed}.`);
}

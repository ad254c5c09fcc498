/** Who can be asked beside X's own sources and the Internet Archive, if the user says so; in the order in which they are. */
export const witnessNames = ['guest-graphql', 'fxtwitter', 'vxtwitter'] as const;

/** One of {@link witnessNames}. */
export type WitnessName = (typeof witnessNames)[number];

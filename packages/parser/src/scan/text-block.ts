/** A part of a long text in UTF-8, with what stands around it. */
export interface TextBlock {
  /** It begins and ends where a character does. */
  readonly bytes: Buffer;
  /** Where the part itself begins and ends in `bytes`; so do characters. */
  readonly from: number;
  readonly to: number;
}

/** So long that what is read twice, where blocks overlap, is little; so short that it stays in the processor's cache. */
export const longestBlock: number = 1 << 20;

/** How many bytes of the text before and behind it a block should have, where there are as many. */
export const blockOverlap = 65_536;

/** So much of it will do where no place near an end of the part may have a reference: none is found by what is farther. */
export const leastOverlap = 8192;

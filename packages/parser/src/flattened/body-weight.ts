import { trimMediaLink } from './media-link.ts';
import { type LengthRule, weightedLength } from './weighted-length.ts';

/** The weight of a body, without the link to its picture. */
export function bodyWeight(body: string, rule: LengthRule): number {
  return weightedLength(trimMediaLink(body), rule);
}

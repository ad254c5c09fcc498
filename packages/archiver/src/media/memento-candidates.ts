import { mementoUrl, toTimestamp } from '../wayback/capture.ts';
import type { Candidate, WantedFile } from './media-plan.ts';

/** A photo as it was linked to before 2019, in the sizes that archives have most. */
const photoPattern = /^https:\/\/pbs\.twimg\.com\/media\/[\w-]{1,64}\.[a-z]{3,4}$/;
const mostMementos = 8;

/**
 * Look for a file in the Wayback Machine as well, near the time of the post's own capture, should it be nowhere else.
 *
 * @param at When the post was captured: ISO 8601.
 */
export function withMementos(wanted: WantedFile, at: string): WantedFile {
  const timestamp = toTimestamp(Date.parse(at));
  const kind = wanted.role === 'video' ? 'id_' : 'im_';
  const places = [...oldForms(wanted), ...wanted.candidates].slice(0, mostMementos);
  const mementos = places.map(({ url, of, rung }) => ({
    url: mementoUrl({ timestamp, original: url }, kind),
    of,
    rung,
  }));
  return { ...wanted, candidates: [...wanted.candidates, ...mementos] };
}

function oldForms({ of }: WantedFile): readonly Candidate[] {
  if (!photoPattern.test(of)) return [];
  const sizes = ['orig', 'large'].map((rung) => ({ url: `${of}:${rung}`, of, rung }));
  return [...sizes, { url: of, of, rung: 'medium' }];
}

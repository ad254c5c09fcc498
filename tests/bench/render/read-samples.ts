import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Exhibit } from '@embalm/renderer';
import { readAnyPayload } from '../../../packages/archiver/src/payloads/read-any-payload.ts';
import { asTweetResult } from './as-tweet-result.ts';
import { exhibitOf } from '../../support/exhibit-of.ts';

/** One recorded payload, as react-tweet takes it, and the post in it as an archive shows it. */
export interface Sample {
  readonly name: string;
  readonly payload: unknown;
  readonly exhibit: Exhibit;
}

const recordings = new URL('../../../../shared/payloads/', import.meta.url);
const at = '2026-11-22T12:00:00.000Z';

/**
 * Read the recorded payloads of a kind. Those that are no live post are left out.
 *
 * @throws {Error} If the recordings are not beside the repository.
 */
export function readSamples(kind: 'syndication' | 'v1' | 'graphql'): readonly Sample[] {
  const folder = new URL(`${kind}/`, recordings);
  if (!existsSync(folder)) throw new Error(`There are no recorded payloads at ${folder.pathname}`);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.toSorted().flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const reading = readAnyPayload(text, { at });
    if (reading.kind !== 'live') return [];
    const payload = JSON.parse(text) as unknown;
    const known = kind === 'syndication' ? payload : asTweetResult(payload);
    return [{ name, payload: known, exhibit: exhibitOf(reading.post, at) }];
  });
}

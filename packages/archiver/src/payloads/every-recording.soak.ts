import { parsePost } from '@embalm/post';
import { describe, expect, test } from 'vitest';
import { type Container, holderOf, nameOf, placesIn } from '../../test/payloads/mutate.ts';
import { readAt as at } from '../../test/read-payload.ts';
import { readRecordings } from '../../test/shared-corpus.ts';
import { contentOf, type PayloadReading } from './payload-reading.ts';
import { nobody } from './parts/author.ts';
import { readAnyJson } from './read-any-payload.ts';
import { readXExportPayload } from './read-x-export-payload.ts';

const folders = ['syndication', 'graphql', 'v1', 'v2', 'gdpr', 'oembed', 'tombstone'];
const missing = Symbol('missing');
const instead: readonly unknown[] = [missing, null, 7, []];

function read(folder: string, payload: unknown): PayloadReading {
  return folder === 'gdpr' ? readXExportPayload(payload, { at, author: nobody }) : readAnyJson(payload, { at });
}

/** Put something else in a place, or nothing; what stood there comes back. */
function exchange(holder: Container, key: string | number, value: unknown): () => void {
  const before = Array.isArray(holder) ? [...(holder as readonly unknown[])] : { ...holder };
  if (value !== missing) holder[key] = value;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return () => {
    if (Array.isArray(holder)) holder.splice(0, holder.length, ...(before as readonly unknown[]));
    else Object.assign(holder, before);
  };
}

describe.each(folders)('every recording of %s, changed at every place', (folder) => {
  const recordings = readRecordings(folder);

  test.skipIf(recordings.size === 0)(
    'is read: nothing is thrown, every post is sound, what it holds stays as it is',
    () => {
      let [cases, kept] = [0, 0];
      for (const [name, payload] of recordings) {
        const before = read(folder, payload).kind;
        const whole = JSON.stringify(payload);
        for (const place of placesIn(payload)) {
          const key = place.at(-1) ?? '';
          const holder = holderOf(payload, place);
          for (const value of instead) {
            const restore = exchange(holder, key, value);
            const changed = cases % 50 === 0 ? JSON.stringify(payload) : null;
            const reading = read(folder, payload);
            if (changed !== null) expect(JSON.stringify(payload), `${name} ${nameOf(place)}`).toBe(changed);
            const post = contentOf(reading);
            if (post !== null && cases % 10 === 0) expect(parsePost(post), `${name} ${nameOf(place)}`).toEqual(post);
            cases += 1;
            if (reading.kind === before) kept += 1;
            restore();
          }
        }
        expect(JSON.parse(JSON.stringify(payload)), name).toEqual(JSON.parse(whole));
      }
      console.log(`${folder}: ${recordings.size} recordings, ${cases} changes, ${kept} of them read as before`);
      expect(cases).toBeGreaterThan(20);
      // An answer of oEmbed has few fields, and hardly one of them may be missing.
      expect(kept).toBeGreaterThan(cases * (folder === 'oembed' ? 0.8 : 0.9));
    },
  );
});

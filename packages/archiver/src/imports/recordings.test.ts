import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkRecords } from '../../../store/test/check-records.ts';
import { importPlace } from '../../test/import-place.ts';
import { findCorpus } from '../../test/shared-corpus.ts';
import { importFile } from './import-file.ts';
import { RefusedImportError } from './refused-import-error.ts';

/** At least this many posts are in what others recorded, of each kind; some answers and pages hold none. */
const expected = { warc: 1400, 'v1-response': 100, v2: 500, 'graphql-response': 130, oembed: 17, html: 23, gdpr: 15 };

test.each(Object.entries(expected))(
  'recordings of %s: every post is taken in, once, and the archive is sound',
  async (kind, least) => {
    const folder = findCorpus(`payloads/${kind}/`, `imports of all recordings of ${kind}`);
    if (folder === null) return;
    await using place = await importPlace();
    const counts = { added: 0, again: 0 };
    for (const name of readdirSync(folder)) {
      const path = fileURLToPath(new URL(name, folder));
      try {
        counts.added += (await importFile(path, { archive: place.archive })).added;
        // The long ones once only.
        if (kind !== 'warc') counts.again += (await importFile(path, { archive: place.archive })).added;
      } catch (error) {
        if (!(error instanceof RefusedImportError) || !error.message.includes('names no post')) throw error;
      }
    }
    expect(counts.added).toBeGreaterThanOrEqual(least);
    expect(counts.again).toBe(0);
    expect(await place.archive.verify()).toMatchObject({ problems: 0 });
    const { sources, misfits } = await checkRecords(place.archive.directory);
    expect(misfits).toStrictEqual([]);
    expect(sources).toContainEqual(expect.stringMatching(/^import:/));
  },
);

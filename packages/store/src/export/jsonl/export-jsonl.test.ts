import { expect, test } from 'vitest';
import { fillArchive, firstCapture, secondCapture } from '../../../test/exported-archive.ts';
import { temporaryPlace } from '../../../test/temporary-place.ts';
import { wholeStream } from '../../../test/whole-stream.ts';
import { exportJsonl } from './export-jsonl.ts';

test('every capture is a row with the same columns in the same order', async () => {
  await using place = await temporaryPlace();
  await using archive = await fillArchive(place.path);
  const text = (await wholeStream(exportJsonl(archive, { software: { name: 'embalm', version: '0.1.0' } }))).toString();
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(rows).toMatchObject([
    { post: 'x:20', n: 1, captured_at: firstCapture, state: 'live', text: 'Hello', author_handle: 'Example' },
    { post: 'x:20', n: 2, captured_at: secondCapture, text: 'Hello again', source: 'x-embed', truncated: false },
    { post: 'x:~fj2coK1xR1', n: 1, state: 'unreachable', reason: 'no network', source: 'quoted', url: null },
  ]);
  expect(new Set(rows.map((row) => Object.keys(row).join(' '))).size).toBe(1);
  expect(rows[1]?.['record_sha256']).toBe((await archive.head('x:20'))?.sha256);
});

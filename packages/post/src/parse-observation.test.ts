import { describe, expect, test } from 'vitest';
import { fullPost } from '../test/full-post.ts';
import { states } from './observation.ts';
import { parseObservation, parseSource } from './parse-observation.ts';

const at = '2026-11-22T10:00:00.000Z';

describe('parseObservation', () => {
  test('reads every state', () => {
    for (const state of states) {
      const observation =
        state === 'live'
          ? { state, source: 'x-embed', at, post: fullPost }
          : { state, source: 'x-embed', at, reason: 'This Post was deleted by the Post author.' };
      expect(parseObservation(JSON.parse(JSON.stringify(observation)))).toStrictEqual(observation);
    }
    expect(states).toHaveLength(8);
  });

  test.each([
    [{ state: 'gone', source: 'x-embed', at, reason: '' }, 'state: expected "live" or "deleted"'],
    [{ state: 'live', source: 'x-embed', at }, 'post: expected an object, found nothing'],
    [{ state: 'deleted', source: 'x-embed', at }, 'reason: expected a string, found nothing'],
    [{ state: 'deleted', source: 'x-embed', at: '2026-11-22', reason: '' }, 'at: expected an instant'],
    [{ state: 'deleted', source: 'elsewhere', at, reason: '' }, 'source: expected a source like x-embed'],
  ])('refuses what is none: %#', (value, message) => {
    expect(() => parseObservation(value)).toThrow(message);
  });
});

test('an import names its kind of file', () => {
  expect(parseSource('import:wacz')).toBe('import:wacz');
  expect(() => parseSource('import:')).toThrow('expected a source');
  expect(() => parseSource('import:../..')).toThrow('expected a source');
});

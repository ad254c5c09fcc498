import { isUtf8 } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { countUtf16 } from './count-utf16.ts';
import { allocateText } from './text-scanner.ts';

/** Bytes at which the rules of UTF-8 change (Unicode, table 3-7). */
const edges = [
  0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xe0, 0xe1, 0xed, 0xee, 0xf0, 0xf1, 0xf4, 0xf5,
];
const pairs = edges.flatMap((first) => edges.map((second) => [first, second]));
const triples = pairs.flatMap(([first = 0, second = 0]) => edges.map((third) => [first, second, third]));
const fours = triples.flatMap(([first = 0, second = 0, third = 0]) =>
  [0x41, 0x80, 0xe2].map((last) => [first, second, third, last]),
);
const sequences = pairs.concat(triples, fours);

describe('countUtf16', () => {
  it('tells what is valid, and counts what decoding gives, wherever a sequence stands in a block or is cut', () => {
    const room = allocateText(1024);
    let valid = 0;
    for (const [index, sequence] of sequences.entries()) {
      // Around where one block of 64 ends and the next begins, and at the end of all.
      for (const at of [58 + (index % 10), 120 + (index % 8)]) {
        room.fill(0x20, 0, 256);
        room.set(sequence, at);
        for (const to of [at + sequence.length, 192, 200]) {
          const bytes = room.subarray(0, to);
          const isValid = isUtf8(bytes);
          if (isValid) valid += 1;
          const counted = countUtf16(bytes, 0, to);
          if (counted.isValid !== isValid || counted.units !== bytes.toString().length) {
            expect.fail(`${Buffer.from(sequence).toString('hex')} at ${at} of ${to}`);
          }
        }
      }
    }
    expect(sequences.length).toBeGreaterThan(20_000);
    expect(valid).toBeGreaterThan(2000);
  });

  it('does not take a character of what stands before for one of its own', () => {
    const bytes = Buffer.concat([Buffer.from([0xe2, 0x80]), Buffer.from(`${'a'.repeat(70)}é${'b'.repeat(70)}`)]);
    expect(countUtf16(bytes, 2, bytes.length)).toMatchObject({ isValid: true, units: 141 });
  });
});

import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { readInPieces } from './read-in-pieces.ts';

const all = { pieceBytes: 4, ownsChunks: false, take: (chunk: Uint8Array) => chunk.length };

async function readAll(stream: Readable, reading: Parameters<typeof readInPieces>[1]): Promise<readonly string[]> {
  const pieces: string[] = [];
  for await (const piece of readInPieces(stream, reading)) pieces.push(Buffer.from(piece).toString());
  return pieces;
}

function streamOf(...chunks: readonly string[]): Readable {
  return Readable.from(
    chunks.map((chunk) => Buffer.from(chunk)),
    { objectMode: false },
  );
}

describe('a stream read in pieces', () => {
  test('gives its bytes in order, in pieces of one length and a rest', async () => {
    expect(await readAll(streamOf('abc', 'd', 'efghijklmno', 'p', 'qr'), all)).toEqual([
      'abcd',
      'efgh',
      'ijkl',
      'mnop',
      'qr',
    ]);
    expect(await readAll(streamOf(), all)).toEqual([]);
    expect(await readAll(streamOf('abcd'), all)).toEqual(['abcd']);
  });

  test('begins with a shorter piece where pieces are long', async () => {
    const lengths = (await readAll(streamOf('x'.repeat(100_000)), { ...all, pieceBytes: 90_000 })).map(
      ({ length }) => length,
    );
    expect(lengths).toEqual([65_536, 34_464]);
  });

  test('is read no further once fewer bytes than came are to be kept', async () => {
    let room = 6;
    const take = ({ length }: Uint8Array): number => {
      const kept = Math.min(room, length);
      room -= kept;
      return kept;
    };
    const endless = Readable.from(
      (async function* () {
        while (true) yield Buffer.from('abc');
      })(),
      { objectMode: false },
    );
    expect(await readAll(endless, { ...all, take })).toEqual(['abca', 'bc']);
    expect(room).toBe(0);
    endless.destroy();
  });

  test('gives what came before it fails', async () => {
    const broken = new Readable({ read() {} });
    broken.push('abcdef');
    const pieces: string[] = [];
    const reading = (async () => {
      for await (const piece of readInPieces(broken, all)) {
        pieces.push(Buffer.from(piece).toString());
        broken.destroy(new Error('the line was cut'));
      }
    })();
    await expect(reading).rejects.toThrow('the line was cut');
    expect(pieces).toEqual(['abcd', 'ef']);
  });

  test('that is closed before its end has failed', async () => {
    const closed = new Readable({ read() {} });
    const reading = readAll(closed, all);
    closed.destroy();
    await expect(reading).rejects.toThrow('Premature close');
  });

  test('waits while nobody asks for more', async () => {
    let sent = 0;
    const fast = new Readable({
      highWaterMark: 4,
      read() {
        sent += 4;
        this.push(sent > 4_000 ? null : Buffer.from('abcd'));
      },
    });
    let pieces = 0;
    for await (const piece of readInPieces(fast, all)) {
      expect(Buffer.from(piece).toString()).toBe('abcd');
      pieces += 1;
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      expect(sent).toBeLessThanOrEqual(pieces * 4 + 20);
    }
    expect(pieces).toBe(1_000);
  });

  test('leaves a piece alone until the one after the next is asked for', async () => {
    const reading = readInPieces(streamOf('abcd', 'efgh', 'ijkl', 'mnop', 'qrst', 'uvwx'), all);
    const seen: string[] = [];
    let last: Uint8Array = new Uint8Array();
    for await (const piece of reading) {
      seen.push(Buffer.from(last).toString());
      last = piece;
    }
    expect(seen).toEqual(['', 'abcd', 'efgh', 'ijkl', 'mnop', 'qrst']);
  });
});

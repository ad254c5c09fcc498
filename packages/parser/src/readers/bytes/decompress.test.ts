import { createCipheriv } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompress } from './decompress.ts';

const mebibyte = 1 << 20;

describe('decompress', () => {
  const noise = makeNoise(3 * mebibyte);
  const pages = Array.from({ length: 3000 }, (_, n) => Buffer.concat([page(n), noise.subarray(n, n + 900)]));
  const inside = gzipSync(noise.subarray(0, 9000));

  it.each<readonly [string, readonly Buffer[]]>([
    ['many short members', pages],
    ['one long member', [Buffer.concat(pages)]],
    ['long members among short ones', [...pages.slice(0, 500), noise, ...pages.slice(500, 900), noise, page(0)]],
    ['a member that unpacks to much', [page(1), Buffer.alloc(9 * mebibyte, 'words '), ...pages.slice(0, 900), page(2)]],
    ['members with gzip in them', [page(1), Buffer.concat(Array.from({ length: 300 }, () => inside)), page(2), noise]],
    ['members of nothing', Array.from({ length: 400 }, () => Buffer.alloc(0))],
  ])('unpacks %s', async (_, parts) => {
    const packed = Buffer.concat(parts.map((part) => gzipSync(part, { level: 1 })));
    const expected = Buffer.concat(parts);
    for (const isFile of [true, false]) {
      const { unpacked, defects } = await unpackAll(packed, isFile);
      expect(defects).toEqual([]);
      expect(unpacked.equals(expected)).toBe(true);
    }
  });

  it('unpacks what is before and behind what is damaged, which it tells once', async () => {
    const members = pages.map((part) => gzipSync(part, { level: 1 }));
    const packed = Buffer.concat(members);
    expect(packed.length).toBeGreaterThan(2.5 * mebibyte);
    const at = Math.floor(packed.length / 2);
    packed.fill(0xff, at, at + 100);
    const { unpacked, defects } = await unpackAll(packed, true);
    const text = unpacked.toString('latin1');
    const found = text.match(/<p>Page \d+</g)?.length;
    expect(found).toBeGreaterThan(2400);
    expect(found).toBeLessThan(3000);
    expect(text.startsWith('<p>Page 0<') && text.includes('<p>Page 2999<')).toBe(true);
    expect(defects).toEqual([expect.stringContaining('the gzip data are damaged before byte')]);
  });

  it('tells what is behind the last member, and that it is cut off', async () => {
    const packed = Buffer.concat(pages.slice(0, 600).map((part) => gzipSync(part, { level: 1 })));
    const expected = Buffer.concat(pages.slice(0, 600));
    const longer = await unpackAll(Buffer.concat([packed, Buffer.alloc(2000)]), true);
    expect(longer.unpacked.equals(expected)).toBe(true);
    expect(longer.defects).toEqual([expect.stringContaining('incorrect header check')]);
    const shorter = await unpackAll(packed.subarray(0, -700), true);
    expect(shorter.unpacked.equals(expected.subarray(0, shorter.unpacked.length))).toBe(true);
    expect(shorter.unpacked.length).toBeGreaterThan(expected.length - 5000);
    expect(shorter.defects).toEqual([expect.stringContaining('end too early')]);
  });

  it('never unpacks anything else from a file than from a stream', async () => {
    const part = fc.oneof(
      fc
        .constantFrom(pages[0], pages[1], inside, Buffer.alloc(0), noise.subarray(0, 400_000))
        .map((bytes) => bytes ?? inside),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    );
    let undamaged = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.nat(), fc.boolean(), async (parts, place, damaged) => {
        const packed = Buffer.concat([inside, ...parts.map((bytes) => gzipSync(bytes, { level: 1 }))]);
        if (damaged) packed[place % packed.length] = place & 255;
        const [file, stream] = [await unpackAll(packed, true), await unpackAll(packed, false)];
        if (stream.defects.length === 0) {
          expect(file.defects).toEqual([]);
          expect(file.unpacked.equals(stream.unpacked)).toBe(true);
          undamaged += 1;
        } else {
          expect(file.defects.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40, seed: 20_220_305 },
    );
    expect(undamaged).toBeGreaterThan(12);
  });
});

function page(n: number): Buffer {
  return Buffer.from(`<p>Page ${n}</p>${'word '.repeat(400)}`);
}

/** Bytes that cannot be packed, always the same. */
function makeNoise(length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length));
}

async function unpackAll(packed: Buffer, isFile: boolean): Promise<{ unpacked: Buffer; defects: readonly string[] }> {
  let at = 0;
  const defects: string[] = [];
  const reader = decompress(
    {
      read(buffer, from) {
        const count = packed.copy(buffer, from, at);
        at += count;
        return count;
      },
    },
    'gzip',
    { isFile, onDefect: (message) => defects.push(message) },
  );
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafeSlow(mebibyte);
    const length = await reader.read(chunk, 0);
    if (length === 0) return { unpacked: Buffer.concat(chunks), defects };
    chunks.push(chunk.subarray(0, length));
  }
}

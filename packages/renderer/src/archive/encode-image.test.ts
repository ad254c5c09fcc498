import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeImage, makePngHeader } from '../../test/make-image.ts';
import { encodeImage } from './encode-image.ts';
import { nameOfRendition } from './rendition-cache.ts';

test('a photo is brought to twice the width it is shown at, in its shape', async () => {
  const { bytes, width, height } = await encodeImage(await makeImage(2400, 1350), 'photo');
  expect([width, height]).toEqual([1100, 619]);
  expect((await sharp(bytes).metadata()).format).toBe('webp');
});

test('a small photo is not blown up', async () => {
  const { width, height } = await encodeImage(await makeImage(300, 200), 'photo');
  expect([width, height]).toEqual([300, 200]);
});

test('an avatar fills its square', async () => {
  const { width, height } = await encodeImage(await makeImage(400, 300), 'avatar');
  expect([width, height]).toEqual([96, 96]);
});

test('all formats of posts are read', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
    expect((await encodeImage(await makeImage(40, 30, format), 'photo')).width, format).toBe(40);
  }
});

test('a picture is set upright, and where it was taken is not told', async () => {
  const turned = await sharp(await makeImage(400, 200))
    .withExif({ IFD3: { GPSLatitude: '38/1 43/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(turned).metadata()).orientation).toBe(6);
  const { bytes, width, height } = await encodeImage(turned, 'photo');
  expect([width, height]).toEqual([200, 400]);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
});

test('what is no picture, or a broken one, is refused (safe)', async () => {
  const whole = await makeImage(400, 300);
  const bad: Record<string, Uint8Array> = {
    empty: new Uint8Array(),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    html: Buffer.from('<!doctype html><p>429'),
    pdf: Buffer.from('%PDF-1.7'),
    cut: whole.subarray(0, whole.length / 2),
    'only its beginning': whole.subarray(0, 20),
  };
  for (const [name, bytes] of Object.entries(bad)) {
    await expect(encodeImage(bytes, 'photo'), name).rejects.toMatchObject({ name: 'UnreadableImageError' });
  }
  expect(Object.keys(bad)).toHaveLength(6);
});

test('a picture made to fill the memory is refused (safe)', async () => {
  const bomb = makePngHeader(60_000, 60_000);
  expect(bomb.length).toBeLessThan(100);
  await expect(encodeImage(bomb, 'photo')).rejects.toThrow('exceeds pixel limit');
});

test('a rendition is named after its original and its settings', () => {
  expect(nameOfRendition('a'.repeat(64), 'photo')).toBe(nameOfRendition('a'.repeat(64), 'photo'));
  const names = [
    nameOfRendition('a'.repeat(64), 'photo'),
    nameOfRendition('a'.repeat(64), 'avatar'),
    nameOfRendition('b'.repeat(64), 'photo'),
  ];
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{24}\.webp$/);
});

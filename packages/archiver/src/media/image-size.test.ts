import sharp from 'sharp';
import { expect, it } from 'vitest';
import { pngThatClaims } from '../../test/png-that-claims.ts';
import { measureImage } from './image-size.ts';

it('reads the size from the head, the right way up', async () => {
  const image = sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } });
  await expect(measureImage(await image.clone().png().toBuffer())).resolves.toEqual({ width: 30, height: 20 });
  const turned = await image.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  await expect(measureImage(turned)).resolves.toEqual({ width: 20, height: 30 });
});

it('refuses an image that claims to be huge (safe)', async () => {
  await expect(measureImage(pngThatClaims(100, 100))).resolves.toEqual({ width: 100, height: 100 });
  await expect(measureImage(pngThatClaims(50_000, 50_000))).resolves.toBeNull();
});

it('refuses what is no image', async () => {
  await expect(measureImage(new TextEncoder().encode('no image'))).resolves.toBeNull();
  await expect(measureImage(new Uint8Array())).resolves.toBeNull();
});

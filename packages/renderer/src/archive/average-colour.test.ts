import sharp from 'sharp';
import { expect, test } from 'vitest';
import { averageColour } from './average-colour.ts';

function plain(background: string, channels: 3 | 4): Promise<Buffer> {
  return sharp({ create: { width: 30, height: 20, channels, background } })
    .png()
    .toBuffer();
}

test('a picture has the colour of all of it', async () => {
  expect(await averageColour(await plain('#ff8811', 3))).toBe('f81');
  expect(await averageColour(await plain('#000', 3))).toBe('000');
});

test('a picture that is not opaque has none: it would show through', async () => {
  expect(await averageColour(await plain('rgba(255,0,0,.5)', 4))).toBeNull();
});

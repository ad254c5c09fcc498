import sharp from 'sharp';
import { expect, it } from 'vitest';
import { detectMediaType, extensionOf } from './media-type.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

it.each([
  ['jpeg', 'image/jpeg', 'jpg'],
  ['png', 'image/png', 'png'],
  ['gif', 'image/gif', 'gif'],
  ['webp', 'image/webp', 'webp'],
  ['avif', 'image/avif', 'avif'],
] as const)('knows a real %s', async (format, mediaType, extension) => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  const start = (await image.toFormat(format).toBuffer()).subarray(0, 64);
  expect(detectMediaType(start)).toBe(mediaType);
  expect(extensionOf(mediaType)).toBe(extension);
});

it.each(['isom', 'mp42', 'iso5', 'avc1'])('knows an mp4 of the brand %s', (brand) => {
  expect(detectMediaType(bytes(`\0\0\0\x20ftyp${brand}\0\0\x02\0`))).toBe('video/mp4');
});

it.each([
  '',
  'G',
  '<!doctype html>',
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '{}',
  '%PDF-1.7',
  '\0\0\0\x20ftypheic',
])('calls %j unknown (safe)', (start) => {
  expect(detectMediaType(bytes(start))).toBe('application/octet-stream');
  expect(extensionOf('application/octet-stream')).toBe('bin');
});

import { expect, test } from 'vitest';
import { cleanCaptions } from './clean-captions.ts';

test('captions keep their cues', () => {
  const text =
    'WEBVTT - English\r\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000\r\n\r\nfirst\r\n00:01.000 --> 00:02.000 align:start\r\nOne\r\ntwo\r\n\r\n00:03.000 --> 00:04.000\r\n<v Ada>Three';
  expect(cleanCaptions(text)).toBe(
    'WEBVTT\n\nfirst\n00:01.000 --> 00:02.000 align:start\nOne\ntwo\n\n00:03.000 --> 00:04.000\n<v Ada>Three\n',
  );
});

test('captions lose styles, regions and remarks (safe)', () => {
  const text =
    'WEBVTT\n\nSTYLE\n::cue { background: url(https://example.org/) }\n\nREGION\nid:a\n\nNOTE\nA\n\n00:01.000 --> 00:02.000\nOne\n';
  expect(cleanCaptions(text)).toBe('WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n');
});

test.each(['', '<html>', 'WEBVTTX\n', '\n\nWEBVTT'])('%j has no captions', (text) => {
  expect(cleanCaptions(text)).toBeNull();
});

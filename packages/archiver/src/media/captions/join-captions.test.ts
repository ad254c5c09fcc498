import { expect, it } from 'vitest';
import { joinCaptions } from './join-captions.ts';

const cue = (second: number): string => `00:0${second}.000 --> 00:0${second}.900\nWord ${second}`;

it('leaves a whole file as it is', () => {
  const whole = `WEBVTT - Captions\r\n\r\n${cue(1)}\r\n`;
  expect(joinCaptions([whole])).toBe(whole);
});

it('puts the cues of parts one behind the other, below one head', () => {
  const parts = [
    `WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n${cue(1)}\n\n${cue(2)}\n`,
    'WEBVTT\n',
    `WEBVTT\r\n\r\n\r\n${cue(3)}`,
  ];
  expect(joinCaptions(parts)).toBe(
    `WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n${cue(1)}\n\n${cue(2)}\n\n${cue(3)}\n`,
  );
});

it.each([[[]], [['<html>']], [['WEBVTT\n', 'gone']], [['WEBVTTX']]])('makes nothing of %j', (parts) => {
  expect(joinCaptions(parts)).toBeNull();
});

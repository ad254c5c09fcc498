import { expect, it } from 'vitest';
import { doorSettings } from './door-settings.ts';

const way = { proxy: null, proxyCa: null };

it('tells the truth about who asks, and whom to turn to if somebody is named', () => {
  expect(doorSettings(way).userAgent).toMatch(/^embalm\/\d+\.\d+\.\d+$/);
  expect(doorSettings({ ...way, contact: 'mailto:ann@example.org' }).userAgent).toMatch(
    /^embalm\/\d+\.\d+\.\d+ \(\+mailto:ann@example\.org\)$/,
  );
});

it('asks endpoints slowly, and for files ten times as fast', () => {
  const { spacingMsOf } = doorSettings(way);
  expect([spacingMsOf('cdn.syndication.twimg.com'), spacingMsOf('pbs.twimg.com')]).toEqual([250, 25]);
  expect(doorSettings({ ...way, spacingMs: 1000 }).spacingMsOf('t.co')).toBe(1000);
});

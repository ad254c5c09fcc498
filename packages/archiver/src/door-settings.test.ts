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

it('lets through the hosts of witnesses only if they are named', () => {
  const all = ['api.x.com', 'api.fxtwitter.com', 'api.vxtwitter.com'];
  const allowed = (settings: ReturnType<typeof doorSettings>): readonly string[] =>
    all.filter((host) => settings.allowedHosts.has(host));
  expect(allowed(doorSettings(way))).toEqual([]);
  expect(allowed(doorSettings({ ...way, witnesses: ['fxtwitter'] }))).toEqual(['api.fxtwitter.com']);
  expect(allowed(doorSettings({ ...way, witnesses: ['guest-graphql', 'fxtwitter', 'vxtwitter'] }))).toEqual(all);
});

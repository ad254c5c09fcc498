import { expect, it } from 'vitest';
import { doorSettings } from './door-settings.ts';
import { witnessNames } from './witness-name.ts';
import { witnessHosts } from './x-sites.ts';

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

function reachedWitnesses({ allowedHosts }: ReturnType<typeof doorSettings>): readonly string[] {
  return witnessNames.filter((name) => witnessHosts[name].every((host) => allowedHosts[name]?.has(host)));
}

it('lets through the hosts of witnesses only if they are named', () => {
  expect(reachedWitnesses(doorSettings(way))).toEqual([]);
  expect(reachedWitnesses(doorSettings({ ...way, witnesses: ['fxtwitter'] }))).toEqual(['fxtwitter']);
  expect(reachedWitnesses(doorSettings({ ...way, witnesses: witnessNames }))).toEqual(witnessNames);
});

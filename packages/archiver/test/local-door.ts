import { assembleDoor } from '../src/door/assemble-door.ts';
import type { Door, DoorSettings } from '../src/door/door.ts';
import { type Network, publicNetwork } from '../src/door/network.ts';
import { publicNames } from '../src/door/public-names.ts';
import { createMemoryKeeper, type MemoryKeeper } from './memory-keeper.ts';
import type { LocalSite } from './local-site.ts';

/** A door with what it kept. */
export interface LocalDoor extends AsyncDisposable {
  readonly door: Door;
  readonly keeper: MemoryKeeper;
}

/** Settings for tests: quick, and for a few hosts. */
export const testSettings: DoorSettings = {
  allowedHosts: {
    'short-links': new Set(['t.co', 'pic.twitter.com', 'x.com']),
    'x-embed': new Set(['t.co', 'x.com']),
    media: new Set(['pbs.twimg.com', 'video.twimg.com']),
    web: publicNames,
  },
  proxy: null,
  proxyCa: null,
  timeoutMs: 5000,
  spacingMsOf: () => 0,
  userAgent: 'embalm-test/1',
};

/** A door whose every name leads to a local site, as `http://t.co:PORT/` and the like. */
export function openLocalDoor(
  site: Pick<LocalSite, 'port'>,
  settings: Partial<DoorSettings> = {},
  signal?: AbortSignal,
  machine: Partial<Network> = {},
): LocalDoor {
  const keeper = createMemoryKeeper();
  const network = {
    ...publicNetwork,
    lookup: (
      _: string,
      __: object,
      callback: (error: null, addresses: { address: string; family: number }[]) => void,
    ) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    isAllowedAddress: (address: string) => address === '127.0.0.1',
    extraPorts: new Set([String(site.port)]),
    retryDelayMs: 1,
    random: () => 0,
    ...machine,
  };
  const door = assembleDoor({ ...testSettings, ...settings }, keeper, network, signal);
  return { door, keeper, [Symbol.asyncDispose]: () => door[Symbol.asyncDispose]() };
}

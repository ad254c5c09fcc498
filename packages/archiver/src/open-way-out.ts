import type { Archive } from '@embalm/store';
import type { Door } from './door/door.ts';
import { type WaySettings, doorSettings } from './door-settings.ts';
import { findNetwork } from './find-network.ts';
import type { WayOut } from './way-out.ts';

/** What a way out is made of. */
export interface WayOutOptions extends WaySettings {
  /** Keeps the bodies of answers. */
  readonly archive: Archive;
  /** Never ask the network. */
  readonly offline: boolean;
  readonly signal: AbortSignal;
}

/** A way out that is opened when it is first asked for, once. */
export interface LazyWayOut extends AsyncDisposable {
  open(): Promise<WayOut>;
}

/**
 * Prepare a way out to the network.
 *
 * @param onOpen Called once it has been found open, or not.
 */
export function prepareWayOut(options: WayOutOptions, onOpen: (way: WayOut) => Promise<void> | void): LazyWayOut {
  let door: Door | null = null;
  let opening: Promise<WayOut> | null = null;
  return {
    open: () => (opening ??= open()),
    async [Symbol.asyncDispose]() {
      await opening?.catch(() => null);
      await door?.[Symbol.asyncDispose]();
    },
  };

  async function open(): Promise<WayOut> {
    if (options.offline) return { door: null, reason: 'the network was not to be asked' };
    // HTTP clients and proxies take a tenth of a second to load: only who goes out waits for them.
    const { openDoor } = await import('./door/open-door.ts');
    door = openDoor(doorSettings(options), options.archive, { signal: options.signal });
    const network = await findNetwork(door, options.proxy, options.signal);
    const way: WayOut = network === 'offline' ? { door: null, reason: 'there is no network' } : { door };
    await onOpen(way);
    return way;
  }
}

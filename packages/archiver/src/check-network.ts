import { doorSettings, type ProxySettings } from './door-settings.ts';
import { keepInMemory } from './door/keep-in-memory.ts';
import { findNetwork } from './find-network.ts';

/**
 * Find out whether X's hosts can be reached, within 8 s. Nothing is kept of the answer.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function checkNetwork(way: ProxySettings, signal: AbortSignal): Promise<'online' | 'offline'> {
  const { openDoor } = await import('./door/open-door.ts');
  await using door = openDoor(doorSettings(way), keepInMemory(), { signal });
  return await findNetwork(door, way.proxy, signal);
}

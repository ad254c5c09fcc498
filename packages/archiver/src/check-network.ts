import { createHash } from 'node:crypto';
import { doorSettings, type ProxySettings } from './door-settings.ts';
import type { Keeper } from './door/keeper.ts';
import { findNetwork } from './find-network.ts';

/**
 * Find out whether X's hosts can be reached, within 8 s. Nothing is kept of the answer.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function checkNetwork(way: ProxySettings, signal: AbortSignal): Promise<'online' | 'offline'> {
  const { openDoor } = await import('./door/open-door.ts');
  await using door = openDoor(doorSettings(way), keepNothing, { signal });
  return await findNetwork(door, way.proxy, signal);
}

const keepNothing: Keeper = {
  async keepStream(chunks) {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { sha256: hash.digest('hex'), bytes };
  },
  openBlob: () => {
    throw new Error('Nothing is kept of a probe');
  },
  readBlob: () => Promise.reject(new Error('Nothing is kept of a probe')),
};

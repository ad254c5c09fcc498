import { assembleDoor } from './assemble-door.ts';
import type { Door, DoorSettings } from './door.ts';
import type { Keeper } from './keeper.ts';
import { publicNetwork } from './network.ts';

/**
 * Open the one door for all traffic.
 *
 * @param keeper Keeps the bodies: an archive.
 * @param options `signal` ends everything that goes through the door.
 */
export function openDoor(
  settings: DoorSettings,
  keeper: Keeper,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Door {
  return assembleDoor(settings, keeper, publicNetwork, options.signal);
}

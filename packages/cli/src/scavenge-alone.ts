import { setFlagsFromString } from 'node:v8';

/**
 * Have each thread of V8 clear new objects away by itself, from now on, for a command that leaves much behind that is garbage
 * at once: little of it lives on, and to call other threads for that, and wait for them, takes longer.
 *
 * Measured with Node 24: 0.2 ms each time in place of 0.4 to 1, and `find` does so every few hundred references. A V8 that does
 * not know the flag only says so.
 */
export function scavengeAlone(): void {
  setFlagsFromString('--no-parallel-scavenge');
}

import { setFlagsFromString } from 'node:v8';

/**
 * Keep small what V8 sets aside for new objects, from now on, for a command that leaves much behind that is garbage at once.
 *
 * Measured with Node 24: more room saves such a command no time, and takes some 40 MB in each thread of `find`, and 80 MB of a
 * run that captures.
 */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

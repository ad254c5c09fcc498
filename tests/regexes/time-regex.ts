/** Texts of such lengths are tried, the shorter first, so that what is slow is known before it takes for ever. */
const lengths: readonly number[] = [32, 250, 1000, 4000, 16_000, 64_000];

/** How long a regular expression may take for the longest: what is linear takes a tenth of it, what is quadratic some seconds. */
export const mostMilliseconds = 500;

/**
 * How long it takes to find all matches of a regular expression in texts of growing length, up to the first that takes too
 * long.
 *
 * @param write Writes a text of about that length.
 * @param first Lengths to try before the usual ones.
 * @returns Milliseconds of the processor, for the slowest text.
 */
export function timeRegex(
  source: string,
  flags: string,
  write: (length: number) => string,
  first: readonly number[] = [],
): number {
  const regex = new RegExp(source, flags);
  let slowest = 0;
  for (const length of [...first, ...lengths]) {
    const text = write(length);
    // On a machine that has other work the first time may be the compiler's, or the collector's.
    const time = timeOnce(regex, text);
    slowest = Math.max(slowest, time > mostMilliseconds ? Math.min(time, timeOnce(regex, text)) : time);
    if (slowest > mostMilliseconds) break;
  }
  return slowest;
}

function timeOnce(regex: RegExp, text: string): number {
  regex.lastIndex = 0;
  const start = process.threadCpuUsage();
  text.replace(regex, '');
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

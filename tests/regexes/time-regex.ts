/** Texts of such lengths are tried, the shorter first, so that what is slow is known before it takes for ever. */
const lengths: readonly number[] = [32, 250, 1000, 4000, 16_000, 64_000];

/** How long a regular expression may take for the longest: what is linear, with all that is bounded in it, takes less. */
export const mostMilliseconds = 150;

/**
 * How long it takes to find all matches of a regular expression in texts of growing length, up to the first that takes too
 * long.
 *
 * @param write Writes a text of about that length.
 * @returns Milliseconds of the processor, for the slowest text.
 */
export function timeRegex(source: string, flags: string, write: (length: number) => string): number {
  const regex = new RegExp(source, flags);
  let slowest = 0;
  for (const length of lengths) {
    const text = write(length);
    regex.lastIndex = 0;
    const start = process.threadCpuUsage();
    text.replace(regex, '');
    const { user, system } = process.threadCpuUsage(start);
    slowest = Math.max(slowest, (user + system) / 1000);
    if (slowest > mostMilliseconds) break;
  }
  return slowest;
}

import type { ShippedRegex } from './collect-regexes.ts';

/**
 * Note which regular expressions are built of strings while a module is loaded, and whatever it loads.
 *
 * @param file From the root of the repository. It must not have been loaded before.
 */
export async function recordRegexes(file: string): Promise<readonly ShippedRegex[]> {
  const recorded: ShippedRegex[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const regex = new target(source, flags);
      recorded.push({ source: regex.source, flags: regex.flags, file });
      return regex;
    },
  });
  try {
    await import(new URL(`../../${file}`, import.meta.url).href);
  } finally {
    globalThis.RegExp = original;
  }
  return recorded;
}

import type { ShippedRegex } from './collect-regexes.ts';

/**
 * Load a module and note which regular expressions it builds of strings.
 *
 * @param file From the root of the repository.
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
    // Under a name of its own it is loaded even if another test had loaded it.
    await import(`${new URL(`../../${file}`, import.meta.url).href}?recorded`);
  } finally {
    globalThis.RegExp = original;
  }
  return recorded;
}

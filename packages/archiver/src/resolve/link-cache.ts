import type { Keyv } from 'keyv';
import type { ShortLinkOutcome } from './short-link-outcome.ts';

const idPattern = /^[0-9]{1,19}$/;

/** What is known of a short link's code, or `null`. Whatever has got into the cache, only a sound answer comes out. */
export async function recallShortLink(code: string, cache: Keyv): Promise<ShortLinkOutcome | null> {
  // A cache may be lost at any time: a broken one is as good as an empty one.
  const value: unknown = await cache.get<unknown>(keyOf(code)).catch(() => null);
  return readOutcome(value);
}

/** Remember a final answer. Gone and unreachable links are asked for again: that may change. */
export async function rememberShortLink(code: string, outcome: ShortLinkOutcome, cache: Keyv): Promise<void> {
  if (outcome.kind !== 'status' && outcome.kind !== 'other') return;
  await cache.set(keyOf(code), outcome).catch(() => false);
}

/** The code alone: `pic.twitter.com/CODE` and `t.co/CODE` are the same link. */
function keyOf(code: string): string {
  return `short-link:${code}`;
}

function readOutcome(value: unknown): ShortLinkOutcome | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, id, handle, url, hops } = value as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string') return null;
  if (kind === 'other') return { kind, url };
  if (kind !== 'status' || typeof id !== 'string' || !idPattern.test(id)) return null;
  if (handle !== null && typeof handle !== 'string') return null;
  if (!Array.isArray(hops) || !hops.every((hop) => typeof hop === 'string')) return null;
  return { kind, id, handle, url, hops };
}

import { Resolver } from 'node:dns/promises';

/** One server may be down while the next one answers. */
const serverTimeoutMs = 2500;
const timeoutMs = 4000;

/** What a resolver says when nobody answered it. */
const silence: ReadonlySet<unknown> = new Set(['ETIMEOUT', 'ECANCELLED']);

/**
 * Find out whether any name server answers, within 4 s, whatever it says. The system's own look-up cannot be given up: a
 * process that has begun one where nobody answers cannot end for 20 s or more.
 */
export async function dnsAnswers(host: string): Promise<boolean> {
  const resolver = new Resolver({ timeout: serverTimeoutMs, tries: 1 });
  const timer = setTimeout(() => resolver.cancel(), timeoutMs);
  try {
    await resolver.resolve4(host);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && silence.has(error.code));
  } finally {
    clearTimeout(timer);
  }
}

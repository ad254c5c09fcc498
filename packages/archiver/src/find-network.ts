import type { Door } from './door/door.ts';
import { dnsAnswers } from './door/dns-answers.ts';
import { probeNetwork } from './door/probe-network.ts';
import { xSites } from './x-sites.ts';

/**
 * Find out whether X's hosts can be reached, within 8 s.
 *
 * @param proxy The proxy the door goes through: it looks up names itself.
 * @throws The signal's reason, if it aborts.
 */
export async function findNetwork(
  door: Door,
  proxy: string | null,
  signal: AbortSignal,
): Promise<'online' | 'offline'> {
  const [host] = xSites.shortLinkHosts;
  if (proxy === null && !(await dnsAnswers(host))) return 'offline';
  return probeNetwork(door, signal);
}

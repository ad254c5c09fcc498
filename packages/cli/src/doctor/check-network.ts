import { checkNetwork as probe, type ProxySettings } from '@embalm/archiver';
import type { Check } from './check.ts';

/** Look whether X's hosts can be reached. Without them, posts are kept as their articles quote them. */
export async function checkNetwork(way: ProxySettings, signal: AbortSignal): Promise<Check> {
  const name = 'network';
  if ((await probe(way, signal)) === 'online') {
    return { name, result: 'ok', detail: 't.co answers', remedy: null };
  }
  return {
    name,
    result: 'warning',
    detail: 't.co does not answer: posts can only be kept as their articles quote them',
    remedy: 'check the connection; behind a proxy, set --proxy or HTTPS_PROXY',
  };
}

import { once } from 'node:events';
import { connect } from 'node:net';
import type { Check } from './check.ts';

const timeoutMs = 4000;

/** Look whether the proxy is there. */
export async function checkProxy(proxy: string | null): Promise<Check> {
  const name = 'proxy';
  if (proxy === null) return { name, result: 'ok', detail: 'none is set', remedy: null };
  const { hostname, port } = new URL(proxy);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 80 });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(timeoutMs) });
    return { name, result: 'ok', detail: `${proxy} answers`, remedy: null };
  } catch {
    return { name, result: 'failure', detail: `${proxy} does not answer`, remedy: 'check --proxy, or HTTPS_PROXY' };
  } finally {
    socket.destroy();
  }
}

import { ask, type AskTools } from './ask.ts';
import { openBrowserProxy, type ClosableBrowserProxy } from './browser-proxy.ts';
import { checkUrl, type Gate } from './check-url.ts';
import { openDispatcher } from './dispatcher.ts';
import type { Door, DoorRequest, DoorSettings } from './door.ts';
import type { Field } from './exchange-head.ts';
import { keepBytes } from './keep-bytes.ts';
import type { Keeper } from './keeper.ts';
import type { Network } from './network.ts';
import type { HostList, Scope } from './scope.ts';
import type { CheckedRequest } from './send-request.ts';
import { createTurns } from './turns.ts';
import { openWireTap } from './wire-tap.ts';

const defaultMaxBytes = 8 * 1024 * 1024;
const defaultRetries = 2;
const nobody: HostList = new Set();

/** Put a door together. `openDoor` does it for the public internet; tests of the door have a network of their own. */
export function assembleDoor(
  settings: DoorSettings,
  keeper: Keeper,
  network: Network,
  signal: AbortSignal = new AbortController().signal,
): Door {
  const closing = new AbortController();
  const gateOf = (scope: Scope): Gate => ({
    ...network,
    scope,
    allowedHosts: settings.allowedHosts[scope] ?? nobody,
  });
  const tools: AskTools = {
    dispatcher: openDispatcher(settings, network),
    tap: openWireTap(),
    keeper,
    clock: network.clock,
    behindProxy: settings.proxy !== null,
    turns: createTurns(settings.spacingMsOf, network.clock),
    retryDelayMs: network.retryDelayMs,
    random: network.random,
    onExchange: settings.onExchange ?? (() => {}),
  };
  const browserProxies = new Map<Scope, Promise<ClosableBrowserProxy>>();
  const pageProxies = new Set<ClosableBrowserProxy>();
  return {
    async ask(request) {
      const signals = [signal, closing.signal, request.signal].filter((one) => one !== undefined);
      const stop = AbortSignal.any(signals);
      stop.throwIfAborted();
      const own = request.keeper === undefined ? tools : { ...tools, keeper: request.keeper };
      const checked = checkRequest(request, settings, gateOf(request.scope));
      const bytes = request.body;
      const body = bytes === undefined ? null : { bytes, kept: await keepBytes(bytes, own.keeper) };
      return ask({ ...checked, body }, request.retries ?? defaultRetries, own, stop);
    },
    async takeTurn({ url, scope }, patienceMs, stop) {
      return tools.turns.take(
        checkUrl(url, gateOf(scope)),
        patienceMs,
        AbortSignal.any([signal, closing.signal, stop]),
      );
    },
    openBrowserProxy(scope) {
      const proxy = browserProxies.get(scope) ?? openBrowserProxy(settings, gateOf(scope), network.lookup);
      browserProxies.set(scope, proxy);
      return proxy;
    },
    async openPageProxy() {
      closing.signal.throwIfAborted();
      const proxy = await openBrowserProxy(settings, gateOf('web'), network.lookup, (host) =>
        tools.turns.areFree(host),
      );
      pageProxies.add(proxy);
      const close = async (): Promise<void> => {
        if (pageProxies.delete(proxy)) await proxy[Symbol.asyncDispose]();
      };
      return { ...proxy, [Symbol.asyncDispose]: close };
    },
    async [Symbol.asyncDispose]() {
      closing.abort(new Error('The door has been closed.'));
      tools.tap[Symbol.dispose]();
      const proxies = [...pageProxies, ...(await Promise.all(browserProxies.values()))];
      await Promise.all([tools.dispatcher.destroy(), ...proxies.map((proxy) => proxy[Symbol.asyncDispose]())]);
    },
  };
}

function checkRequest(request: DoorRequest, settings: DoorSettings, gate: Gate): Omit<CheckedRequest, 'body'> {
  return {
    url: checkUrl(request.url, gate),
    method: request.body === undefined ? (request.method ?? 'GET') : 'POST',
    fields: fieldsOf(request, settings),
    maxBytes: request.maxBytes ?? defaultMaxBytes,
    timeoutMs: request.timeoutMs ?? settings.timeoutMs,
    idleMs: request.idleMs ?? null,
    resumable: request.resumable ?? false,
  };
}

/** The defaults, unless the request has fields of the same name in whatever case. */
function fieldsOf({ headers = {} }: DoorRequest, settings: DoorSettings): readonly Field[] {
  const own = Object.entries(headers);
  const names = new Set(own.map(([name]) => name.toLowerCase()));
  const defaults: readonly Field[] = [
    ['user-agent', settings.userAgent],
    ['accept', '*/*'],
    ['accept-encoding', 'identity'],
  ];
  return [...defaults.filter(([name]) => !names.has(name)), ...own];
}

import { literalAddress, plainHost } from './address-guard.ts';
import { HostNotAllowedError, PrivateAddressError, UrlNotAllowedError } from './door-error.ts';
import type { Network } from './network.ts';
import type { HostList, Scope } from './scope.ts';

/** What may be asked for. */
export interface Gate extends Pick<Network, 'extraPorts' | 'isAllowedAddress'> {
  /** Who asks. */
  readonly scope: Scope;
  readonly allowedHosts: HostList;
}

/**
 * Check a URL before anything is sent.
 *
 * @returns The URL without its fragment.
 * @throws {UrlNotAllowedError} For another scheme or port, and for credentials.
 * @throws {PrivateAddressError} For an address that is not public, in any notation.
 * @throws {HostNotAllowedError} For a host that is not among those of the scope.
 */
export function checkUrl(text: string, gate: Gate): URL {
  const url = URL.parse(text);
  if (url === null) throw new UrlNotAllowedError(text, 'it is no absolute URL');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new UrlNotAllowedError(text, 'only http and https are');
  }
  if (url.username !== '' || url.password !== '') throw new UrlNotAllowedError(text, 'it carries credentials');
  checkHost(text, url.hostname, gate);
  if (url.port !== '' && !gate.extraPorts.has(url.port)) throw new UrlNotAllowedError(text, 'it names another port');
  url.hash = '';
  return url;
}

/**
 * Check a host alone, as a CONNECT request names it.
 *
 * @param text What to name in the error.
 * @throws {PrivateAddressError} For an address that is not public, in any notation.
 * @throws {HostNotAllowedError} For a host that is not among those of the scope.
 */
export function checkHost(text: string, host: string, gate: Gate): void {
  const address = literalAddress(host);
  if (address !== null && !gate.isAllowedAddress(address)) throw new PrivateAddressError(text, address, address);
  if (!gate.allowedHosts.has(plainHost(host))) throw new HostNotAllowedError(text, host, gate.scope);
}

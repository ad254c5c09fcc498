import { literalAddress } from './address-guard.ts';
import type { HostList } from './scope.ts';

/**
 * Names that only mean something in a local network, or on this machine: those of RFC 6761, RFC 8375, ICANN's private-use
 * `internal`, and those that routers and companies have made up.
 */
const localNames =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion|invalid)$/;

/**
 * The hosts that a web page may name: all but those that only a local network knows. Where names are resolved here, their
 * addresses are checked besides; a proxy that resolves them is not led to its own neighbours by name.
 *
 * Names are as `plainHost` writes them. A literal address passes: whether it is public is checked elsewhere.
 */
export const publicNames: HostList = {
  has: (host) => literalAddress(host) !== null || (host.includes('.') && !localNames.test(host)),
};

import type { LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Asks for all addresses of a name; `dns.lookup` with `all`. */
export type LookupAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** Every address of a name was refused. The door turns it into a `PrivateAddressError`. */
export class RefusedAddressesError extends Error {
  override readonly name = 'RefusedAddressesError';
  readonly hostname: string;
  readonly address: string;

  constructor(hostname: string, address: string) {
    super(`${hostname} leads to ${address}`);
    this.hostname = hostname;
    this.address = address;
  }
}

/**
 * Resolves names to allowed addresses only. The socket connects to what this hands out and asks nobody else, so a name
 * that answers otherwise the second time (rebinding) gains nothing.
 *
 * Sockets never ask for literal addresses: those are for the caller to check.
 *
 * @param choose What to do with the allowed addresses; default all of them.
 */
export function guardLookup(
  lookup: LookupAll,
  isAllowed: (address: string) => boolean,
  choose: (hostname: string, allowed: readonly LookupAddress[]) => readonly LookupAddress[] = (_, allowed) => allowed,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const chosen = choose(
        hostname,
        addresses.filter(({ address }) => isAllowed(address)),
      );
      const [first] = chosen;
      if (first === undefined) {
        return callback(new RefusedAddressesError(hostname, addresses[0]?.address ?? 'no address'), []);
      }
      return options.all === true ? callback(null, [...chosen]) : callback(null, first.address, first.family);
    });
  };
}

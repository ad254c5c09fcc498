import ipaddr from 'ipaddr.js';

/** All that is given out as global unicast so far (IANA, RFC 4291 §2.5.4). */
const globalUnicast6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** RFC 6052: an IPv4 address as networks with only IPv6 translate it. */
const translated4 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an address, as a resolver gives it or in any other notation, is on the public internet.
 *
 * `ipaddr.js` tells the ranges apart. It calls the long obsolete `::7f00:1` and addresses nobody has been given
 * unicast, so IPv6 must also lie in 2000::/3.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const six = ipaddr.IPv6.parse(parsed.toString());
  if (six.match(translated4)) return isPublicAddress(six.toByteArray().slice(12).join('.'));
  return six.range() === 'unicast' && six.match(globalUnicast6);
}

/**
 * The address a host is, if it is one and no name: as browsers read it, in decimal, octal, hex, with fewer parts, in
 * full-width digits, percent-encoded, in brackets, with a dot at its end.
 *
 * @returns The usual notation, without brackets, or `null` for a name.
 */
export function literalAddress(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  if (bare.includes(':')) return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null;
  const name = URL.parse(`http://${bare.replace(/\.$/, '')}/`)?.hostname ?? bare;
  return ipaddr.IPv4.isValid(name) ? ipaddr.IPv4.parse(name).toString() : null;
}

/** A host's name as the allow-list has it: in lower case, without the dot that may end it. */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

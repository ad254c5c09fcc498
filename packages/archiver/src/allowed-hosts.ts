import { publicNames } from './door/public-names.ts';
import type { AllowedHosts } from './door/scope.ts';
import { waybackHost } from './wayback/capture.ts';
import type { WitnessName } from './witness-name.ts';
import { witnessHosts, xSites } from './x-sites.ts';

/**
 * The hosts that each source may reach.
 *
 * @param witnesses Those whom the user named; the others reach nobody.
 */
export function listAllowedHosts(witnesses: readonly WitnessName[]): AllowedHosts {
  return {
    'short-links': new Set([...xSites.shortLinkHosts, ...xSites.statusHosts]),
    'x-embed': new Set(xSites.embedHosts),
    'x-syndication': new Set(xSites.syndicationHosts),
    'x-oembed': new Set(xSites.oembedHosts),
    media: new Set(xSites.mediaHosts),
    wayback: new Set([waybackHost]),
    web: publicNames,
    ...Object.fromEntries(witnesses.map((name) => [name, new Set(witnessHosts[name])])),
  };
}

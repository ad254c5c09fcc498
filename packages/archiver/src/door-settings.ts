import type { Exchange } from '@embalm/store';
import { listAllowedHosts } from './allowed-hosts.ts';
import type { DoorSettings } from './door/door.ts';
import { version } from './version.ts';
import type { WitnessName } from './witness-name.ts';
import { xSites } from './x-sites.ts';

/** How to get out to the network. */
export interface ProxySettings {
  /** The proxy everything goes through, as in `http://proxy.example:3128`, or `null`. */
  readonly proxy: string | null;
  /** PEM of the authority that proxy signs with, or `null`. */
  readonly proxyCa: string | null;
}

/** How to get out to the network, and how to behave there. */
export interface WaySettings extends ProxySettings {
  /** Where the hosts that are asked find out more, as in `mailto:ann@example.org`; stands in the User-Agent. Default nowhere. */
  readonly contact?: string | null;
  /** The least time between two questions to an endpoint, in ms; files are asked for ten times as fast. Default 250. */
  readonly spacingMs?: number;
  /** Whose hosts may be asked beside X's own and the Internet Archive's; default nobody's. */
  readonly witnesses?: readonly WitnessName[];
  /** Called with every exchange of this program and of the browser, as it ends. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

const fileHosts: ReadonlySet<string> = new Set(xSites.mediaHosts);
/** For one request with all its attempts: what is slower is as good as gone. */
const timeoutMs = 30_000;
/** Between two questions to an endpoint. */
const defaultSpacingMs = 250;
/** Files come from hosts that are made to hand out files: a page asks them for a dozen at once. */
const fileShare = 1 / 10;

/** The door's settings: each source's own hosts, asked politely and by name. */
export function doorSettings(settings: WaySettings): DoorSettings {
  const { proxy, proxyCa, contact = null, spacingMs = defaultSpacingMs, witnesses = [] } = settings;
  return {
    allowedHosts: listAllowedHosts(witnesses),
    proxy,
    proxyCa,
    timeoutMs,
    spacingMsOf: (host) => (fileHosts.has(host) ? spacingMs * fileShare : spacingMs),
    onExchange: settings.onExchange,
    userAgent: contact === null ? `embalm/${version}` : `embalm/${version} (+${contact})`,
  };
}

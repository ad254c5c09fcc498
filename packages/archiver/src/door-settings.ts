import type { DoorSettings } from './door/door.ts';
import { version } from './version.ts';
import { waybackHost } from './wayback/capture.ts';
import { xSites } from './x-sites.ts';

/** How to get out to the network. */
export interface ProxySettings {
  /** The proxy everything goes through, as in `http://proxy.example:3128`, or `null`. */
  readonly proxy: string | null;
  /** PEM of the authority that proxy signs with, or `null`. */
  readonly proxyCa: string | null;
}

/** For one request with all its attempts: what is slower is as good as gone. */
const timeoutMs = 30_000;
const spacingMs = 250;

/** The door's settings: X's hosts and the Internet Archive's, asked politely and by name. */
export function doorSettings({ proxy, proxyCa }: ProxySettings): DoorSettings {
  const { shortLinkHosts, statusHosts, embedHosts, mediaHosts, oembedHosts } = xSites;
  return {
    allowedHosts: new Set([
      ...shortLinkHosts,
      ...statusHosts,
      ...embedHosts,
      ...mediaHosts,
      ...oembedHosts,
      waybackHost,
    ]),
    proxy,
    proxyCa,
    timeoutMs,
    spacingMs,
    userAgent: `embalm/${version}`,
  };
}

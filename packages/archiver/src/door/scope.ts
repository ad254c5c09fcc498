import type { Source } from '@embalm/post';

/**
 * Who asks: a source by its name, those who resolve short links or fetch media, web pages that a user named, and time stamp
 * authorities. Each may reach its own hosts only, whatever an answer, a redirect or a page says.
 */
export type Scope =
  | Extract<Source, 'x-embed' | 'x-syndication' | 'x-oembed' | 'guest-graphql' | 'fxtwitter' | 'vxtwitter' | 'wayback'>
  | 'short-links'
  | 'media'
  | 'web'
  | 'time-stamps';

/** Names of hosts, as `plainHost` writes them. */
export type HostList = Pick<ReadonlySet<string>, 'has'>;

/** The hosts that each may reach; who is not named reaches nobody. */
export type AllowedHosts = Readonly<Partial<Record<Scope, HostList>>>;

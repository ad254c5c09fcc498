import type { Reply } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import type { World } from '../world/world.ts';
import { answerAnalytics } from './analytics.ts';
import { answerGuestApi } from './guest-api.ts';
import { answerPictures } from './pictures.ts';
import { answerPlatform } from './platform.ts';
import { answerPublish } from './publish.ts';
import { answerShortLink } from './short-links.ts';
import { answerStatusPage, answerTwitter } from './status-pages.ts';
import { answerSyndication } from './syndication.ts';
import { answerVideo } from './video.ts';
import { answerWayback } from './wayback.ts';
import { answerFxtwitter, answerVxtwitter } from './witnesses.ts';

/** One of X's hosts, the Wayback Machine, a witness, or one that a test makes up. */
export type Host = (request: SeenRequest, world: World) => Reply | Promise<Reply>;

const hosts: ReadonlyMap<string, Host> = new Map<string, Host>([
  ['t.co', answerShortLink],
  ['pic.twitter.com', answerShortLink],
  ['pic.x.com', answerShortLink],
  ['platform.twitter.com', answerPlatform],
  ['cdn.syndication.twimg.com', answerSyndication],
  ['syndication.twitter.com', answerAnalytics],
  ['publish.twitter.com', answerPublish],
  ['publish.x.com', answerPublish],
  ['pbs.twimg.com', answerPictures],
  ['video.twimg.com', answerVideo],
  ['twitter.com', answerTwitter],
  ['www.twitter.com', answerTwitter],
  ['mobile.twitter.com', answerTwitter],
  ['web.archive.org', answerWayback],
  ['x.com', answerStatusPage],
  ['www.x.com', answerStatusPage],
  ['api.x.com', answerGuestApi],
  ['api.fxtwitter.com', answerFxtwitter],
  ['api.vxtwitter.com', answerVxtwitter],
]);

/** The one host that is told something, and not only asked. */
const posted = 'api.x.com';

/** Whether a host takes requests of a method. */
export function takesMethod(host: string, method: string): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && host === posted);
}

/** The host of a name, if the replica plays it. */
export function findHost(name: string): Host | undefined {
  return hosts.get(name);
}

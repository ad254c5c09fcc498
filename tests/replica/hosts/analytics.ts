import type { Answer } from '../reply.ts';

/** syndication.twitter.com: what the embed page tells X of its reader. */
export function answerAnalytics(): Answer {
  return { status: 200, headers: { 'access-control-allow-origin': '*' }, body: '' };
}

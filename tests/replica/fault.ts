import { setTimeout as delay } from 'node:timers/promises';
import { tombstonePayload } from './payload/tombstone.ts';
import { jsonAnswer, plainAnswer, redirectAnswer, type Answer } from './reply.ts';
import type { Responder } from './rule.ts';

/** Ways in which an answer goes wrong. */
export type Fault =
  /** 404. */
  | { readonly kind: 'not-found' }
  /** 200 `{}`. */
  | { readonly kind: 'empty-object' }
  /** 200 and a notice in place of the post. */
  | { readonly kind: 'tombstone'; readonly text: string }
  /** 429, with `x-rate-limit-reset` this many seconds away. */
  | { readonly kind: 'rate-limited'; readonly resetInSeconds: number }
  /** The right answer, this late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The right answer's length and half of its bytes; then the connection closes. */
  | { readonly kind: 'truncated' }
  /** The right answer's length and half of its bytes; then nothing, without end. */
  | { readonly kind: 'stalled' }
  /** The connection is reset before any answer. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  | { readonly kind: 'server-error'; readonly status?: 500 | 502 | 503 | 504 }
  /** The right answer's status and type, and half a JSON value. */
  | { readonly kind: 'garbage' };

/** Make a fault happen in place of a host's answer. */
export function respondWith(fault: Fault): Responder {
  return async (_request, next) => {
    if (fault.kind === 'slow') await delay(fault.ms, undefined, { ref: false });
    const right = await next();
    return right === 'reset' || fault.kind === 'reset' ? 'reset' : spoil(right, fault);
  };
}

type Spoiler<Kind> = (right: Answer, fault: Extract<Fault, { readonly kind: Kind }>) => Answer;

const spoilers: { readonly [Kind in Exclude<Fault['kind'], 'reset'>]: Spoiler<Kind> } = {
  'not-found': (right) => replace(right, plainAnswer(404, 'Not Found')),
  'empty-object': (right) => replace(right, jsonAnswer(200, {})),
  tombstone: (right, fault) => replace(right, jsonAnswer(200, tombstonePayload(fault.text))),
  'rate-limited': (right, fault) => replace(right, rateLimitAnswer(fault.resetInSeconds)),
  slow: (right) => right,
  truncated: (right) => ({ ...right, delivery: 'cut' }),
  stalled: (right) => ({ ...right, delivery: 'stalled' }),
  redirect: (right, fault) => replace(right, redirectAnswer(fault.to, fault.status ?? 302)),
  'server-error': (right, fault) => replace(right, plainAnswer(fault.status ?? 500, 'Internal Server Error')),
  garbage: (right) => ({ ...right, body: '{"__typename":"Tweet","id_str":"15' }),
};

function spoil<Kind extends Exclude<Fault['kind'], 'reset'>>(right: Answer, fault: Fault & { kind: Kind }): Answer {
  const spoiler: Spoiler<Kind> = spoilers[fault.kind];
  return spoiler(right, fault as Extract<Fault, { readonly kind: Kind }>);
}

/** The embed page can read an answer only with the fields that the right one lets it read by. */
function replace(right: Answer, answer: Answer): Answer {
  const readable = Object.entries(right.headers).filter(([name]) => name.startsWith('access-control-'));
  return { ...answer, headers: { ...answer.headers, ...Object.fromEntries(readable) } };
}

function rateLimitAnswer(resetInSeconds: number): Answer {
  const reset = Math.floor(Date.now() / 1000) + resetInSeconds;
  const limits = { 'x-rate-limit-limit': '900', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(reset) };
  const answer = plainAnswer(429, 'Rate limit exceeded');
  return { ...answer, headers: { ...answer.headers, ...limits } };
}

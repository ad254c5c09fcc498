import type { Reply } from './reply.ts';
import type { SeenRequest } from './seen-request.ts';

/** Which requests a rule is for. What is left out matches everything. */
export interface RequestMatch {
  readonly host?: string;
  readonly method?: string;
  /** The whole path without the query, or an expression it must match. */
  readonly path?: string | RegExp;
  /** Parameters that must have these values, as in `{ id: '1500…' }`. */
  readonly query?: Readonly<Record<string, string>>;
  /** For how many requests; without end if left out. */
  readonly times?: number;
}

/** Answers in place of the host; `next` gives what the host (or an older rule) would have answered. */
export type Responder = (request: SeenRequest, next: () => Promise<Reply>) => Reply | Promise<Reply>;

/** Rules that stand before the hosts. */
export interface Rules {
  /** Add a rule; a newer one goes before an older. Disposing of it takes it back. */
  add(match: RequestMatch, respond: Responder): Disposable;
  /** Answer by the rules that match, else by `host`. */
  answer(request: SeenRequest, host: () => Promise<Reply>): Promise<Reply>;
}

/** Start without rules. */
export function createRules(): Rules {
  const rules = new Map<symbol, { readonly match: RequestMatch; readonly respond: Responder; left: number }>();
  return {
    add: (match, respond) => {
      const key = Symbol('rule');
      rules.set(key, { match, respond, left: match.times ?? Number.POSITIVE_INFINITY });
      return { [Symbol.dispose]: () => void rules.delete(key) };
    },
    answer: (request, host) => {
      const matching = [...rules.values()].filter((rule) => matches(rule.match, request)).toReversed();
      const from = async (index: number): Promise<Reply> => {
        const rule = matching[index];
        if (rule === undefined) return host();
        if (rule.left === 0) return from(index + 1);
        rule.left -= 1;
        return rule.respond(request, () => from(index + 1));
      };
      return from(0);
    },
  };
}

function matches(match: RequestMatch, request: SeenRequest): boolean {
  const { host, method, path, query = {} } = match;
  return (
    (host === undefined || host === request.host) &&
    (method === undefined || method === request.method) &&
    (path === undefined || (typeof path === 'string' ? path === request.path : path.test(request.path))) &&
    Object.entries(query).every(([name, value]) => request.query.get(name) === value)
  );
}

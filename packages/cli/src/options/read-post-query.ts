import { states, type State } from '@embalm/post';
import type { PostQuery } from '@embalm/store';
import { UsageError } from '../usage-error.ts';
import type { PostQueryOptions } from './post-query.ts';

/**
 * Read the options that choose among the posts of an archive. What is not asked for is not there.
 *
 * @throws {UsageError} If there is no such state.
 */
export function readPostQuery({ author, state, since, until, article, search }: PostQueryOptions): PostQuery {
  return {
    ...(author === undefined ? {} : { author: author.replace(/^@/, '') }),
    ...(state === undefined ? {} : { state: parseState(state) }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { before: until }),
    ...(article === undefined ? {} : { article }),
    ...(search === undefined ? {} : { search }),
  };
}

function parseState(text: string): State {
  const state = states.find((name) => name === text);
  if (state !== undefined) return state;
  throw new UsageError(`--state takes one of ${states.join(', ')}; got ${JSON.stringify(text)}.`);
}

import { states, type State } from '@embalm/post';
import type { PostQuery } from '@embalm/store';
import { Option } from 'commander';
import { UsageError } from './usage-error.ts';

/** Options that choose among the posts of an archive. */
export interface PostQueryOptions {
  readonly author?: string;
  readonly state?: string;
}

export const postQueryOptions: readonly Option[] = [
  new Option('--author <handle>', 'only posts of this author'),
  new Option('--state <state>', 'only posts in this state, as in live or deleted'),
];

/**
 * Read them.
 *
 * @throws {UsageError} If there is no such state.
 */
export function readPostQuery({ author, state }: PostQueryOptions): PostQuery {
  return {
    ...(state === undefined ? {} : { state: parseState(state) }),
    ...(author === undefined ? {} : { author: author.replace(/^@/, '') }),
  };
}

function parseState(text: string): State {
  const state = states.find((name) => name === text);
  if (state !== undefined) return state;
  throw new UsageError(`--state takes one of ${states.join(', ')}; got ${JSON.stringify(text)}.`);
}

import { Option } from 'commander';
import { searchWords } from './shared-options.ts';
import { parseEnd, parseMoment } from './parse-moment.ts';

/** Options that choose among the posts of an archive. */
export interface PostQueryOptions {
  readonly author?: string;
  readonly state?: string;
  readonly since?: Date;
  /** The first moment that is too late. */
  readonly until?: Date;
  readonly article?: string;
  readonly search?: string;
}

/** Of commands that choose posts from the index. */
export const postQueryOptions: readonly Option[] = [
  new Option('--author <handle>', 'only posts of this author'),
  new Option('--state <state>', 'only posts in this state, as in live or deleted'),
  new Option('--since <date>', 'only posts from this day or instant on').argParser(parseMoment),
  new Option('--until <date>', 'only posts up to this day, and all of it').argParser(parseEnd),
  new Option('--article <path or url>', 'only posts that this article led to'),
  new Option('--search <words>', 'only posts with all these words; "…" is a phrase, word* a beginning').argParser(
    searchWords,
  ),
];

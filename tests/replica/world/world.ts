import type { Film } from '../media/film.ts';
import type { Picture } from '../media/picture.ts';
import type { ComposedText } from './compose-text.ts';
import type { MementoSpec } from './memento.ts';
import type { PostSpec } from './post-spec.ts';
import type { PublishedMedium } from './published-medium.ts';

/** All that the hosts know. */
export interface World {
  /** By id. */
  readonly posts: Map<string, PublishedPost>;
  /** Deleted posts by id, with the notice in their place or `null`. */
  readonly withdrawn: Map<string, string | null>;
  /** Targets by code. */
  readonly shortLinks: Map<string, string>;
  /** Pictures of pbs.twimg.com by path without extension and size, as in `/media/KEY`. */
  readonly pictures: Map<string, Picture>;
  /** Videos of video.twimg.com by path. */
  readonly films: Map<string, Film>;
  /** Lists of a video's variants, by path: their paths. */
  readonly playlists: Map<string, readonly string[]>;
  /** Captures of the Wayback Machine. */
  readonly mementos: MementoSpec[];
  /** Display names by handle in lower case. */
  readonly names: Map<string, string>;
}

/** A post with what X adds to it. */
export interface PublishedPost {
  readonly spec: PostSpec;
  readonly text: ComposedText;
  readonly media: readonly PublishedMedium[];
  /** The short link of the media, without scheme and host, or `null`. */
  readonly mediaCode: string | null;
  /** The short link of the card's target, as in `https://t.co/CODE`, or `null`. */
  readonly cardLink: string | null;
  readonly cardImage: string | null;
  /** True if the text is only the beginning of a long post. */
  readonly cut: boolean;
}

/** An empty world. */
export function createWorld(): World {
  return {
    posts: new Map(),
    withdrawn: new Map(),
    shortLinks: new Map(),
    pictures: new Map(),
    films: new Map(),
    playlists: new Map(),
    mementos: [],
    names: new Map(),
  };
}

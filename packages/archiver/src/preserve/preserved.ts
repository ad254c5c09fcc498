import type { PostId, Reference, State } from '@embalm/post';
import type { Diagnostic, Mismatch, MissingFile } from '@embalm/store';

/** What became of one post that an article refers to. */
export interface Preserved {
  readonly post: PostId;
  /** All references of the article that lead to it. */
  readonly references: readonly Reference[];
  readonly outcome: Outcome;
  /** What the sources say of the post. */
  readonly state: State;
  /** Why the post is not live, or nobody could say; `null` if it is. */
  readonly reason: string | null;
  /** Where the capture disagrees with the article. */
  readonly mismatches: readonly Mismatch[];
  /** Photos and videos that could not be had; a later run does not ask for them again. */
  readonly missing: readonly MissingFile[];
  /** Fields of the payloads that were not as they used to be: the platform has changed something. */
  readonly diagnostics: readonly Diagnostic[];
  /** The sha256 of the record that holds it, or `null` if nothing is kept of it. */
  readonly record: string | null;
}

/**
 * - `captured`: a record with the post's content, from X or from a web archive.
 * - `archived`: it was in the archive before.
 * - `quoted`: only what the article says of it could be kept, or its text as X's oEmbed tells it; a later run tries again.
 * - `noted`: the sources say that it is gone; that is kept, without content.
 * - `lost`: nothing could be kept; a later run tries again.
 * - `forgotten`: it was erased from the archive on request; nobody was asked, nothing is kept.
 * - `unsupported`: a post of a platform that is recognised but not captured yet; nobody was asked, nothing is kept.
 */
export type Outcome = 'captured' | 'archived' | 'quoted' | 'noted' | 'lost' | 'forgotten' | 'unsupported';

import type { Observation, Page, Post, PostId, Reference, Source, State } from '@embalm/post';
import type { BlobRef, Exchange } from './exchange.ts';

/**
 * One capture of a post, immutable once committed. Record `n` of a post names the digest of record `n - 1`.
 * `FORMAT.md` is its specification.
 */
export interface SnapshotRecord extends SnapshotDraft {
  readonly format: 'embalm-record';
  readonly version: 1;
  /** From 1, without gaps. */
  readonly n: number;
  /** The sha256 of the bytes of record `n - 1`, or `null` for the first. */
  readonly prev: string | null;
}

/** What the archiver hands over to be kept. */
export interface SnapshotDraft {
  readonly post: PostId;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly capturedAt: string;
  /** Every link and provisional id by which this post was reached, so that it is found under each of them. */
  readonly knownAs: readonly string[];
  /** What was found out about the post: the answer that decided. */
  readonly observation: ObservationNote;
  /** Every answer, in the order in which the sources were asked; the one that decided among them. */
  readonly answers: readonly ObservationNote[];
  /** Where `content` or `page` came from, or `null` if there is neither. */
  readonly source: Source | null;
  readonly content: Post | null;
  /** What a web page says, for a post of the platform `web`; absent or `null` otherwise. `source` is where it came from. */
  readonly page?: Page | null;
  /** Where in a web archive `content` was found; absent or `null` if it came from its platform, or from the input. */
  readonly memento?: Memento | null;
  /** How the post was found out from the input; absent or `null` if nobody wrote it down. */
  readonly identified?: Identification | null;
  /** The file that all of this was read from; absent or `null` if it was captured. */
  readonly imported?: Imported | null;
  /** The input that led here, and what it says of the post: all `null` if it only names it. `null` if none led here. */
  readonly claim: Claim | null;
  /** Where the content disagrees with the claim. */
  readonly mismatches: readonly Mismatch[];
  /** Files of the post that could not be had; absent or `null` if nobody wrote it down. */
  readonly missing?: readonly MissingFile[] | null;
  /** What in the payloads was not as it used to be; absent or `null` if nobody wrote it down. */
  readonly diagnostics?: readonly Diagnostic[] | null;
  readonly exchanges: readonly Exchange[];
  /** By name, as in `media/1.jpg` and `screenshot/light.png`. */
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly software: Software;
}

/** A capture of a page or an answer in a web archive. */
export interface Memento {
  /** As in `https://web.archive.org/web/20220307101500id_/https://twitter.com/NASAWatch/status/1500127395262201857`. */
  readonly url: string;
  /** The URL that was captured. */
  readonly original: string;
  /** When it was captured: ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
}

/** A file that a snapshot was read from. */
export interface Imported {
  /** Its name, without the folders above it. */
  readonly file: string;
  /** Of all of it: 64 lower-case hex digits. */
  readonly sha256: string;
  /** When it was read: ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
}

/** How it was found out which post an input means. */
export interface Identification {
  /**
   * `url`: the input names its id. `short-link`: a short link leads to it. `archive`: this archive knew the link or the
   * text. `wayback-search`: of the posts that the Internet Archive has of that author and day, its text is the most alike.
   */
  readonly by: 'url' | 'short-link' | 'archive' | 'wayback-search';
  /** From 0 to 1. */
  readonly confidence: number;
}

/** An observation without its content. */
export interface ObservationNote {
  readonly state: State;
  readonly source: Observation['source'];
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  /** The notice, word for word, or what went wrong; `null` for a live post. */
  readonly reason: string | null;
}

/** What an article says of a post. */
export interface Claim extends Pick<Reference, 'handle' | 'name' | 'date' | 'text' | 'links' | 'lang'> {
  /** The article: a path or URL as it was given. */
  readonly article: string;
}

/** One disagreement between what an article says and what was captured. */
export interface Mismatch {
  readonly field: 'handle' | 'date' | 'text';
  readonly claimed: string;
  readonly found: string;
  /** From 0 (nothing in common) to 1; `null` where only equality counts. */
  readonly similarity: number | null;
}

/** A file that a post shows and that is not kept. */
export interface MissingFile {
  /** As it stands in the post's content. */
  readonly url: string;
  readonly reason: string;
}

/** A field of a payload that is not as it was when the program was written. What it held is left out of `content`. */
export interface Diagnostic {
  /** Whose payload it is. */
  readonly source: Observation['source'];
  /** As in `quoted_tweet.entities.urls[2]`. */
  readonly path: string;
  /** `missing`: it always was there. `surprising`: what is there does not fit, or has no place in a post. */
  readonly problem: 'missing' | 'surprising';
}

/** A file of a snapshot. */
export interface StoredFile extends BlobRef {
  /** MIME type. */
  readonly mediaType: string;
  readonly role:
    | 'photo'
    | 'video'
    | 'captions'
    | 'poster'
    | 'avatar'
    | 'card-image'
    | 'badge'
    | 'screenshot'
    | 'payload'
    | 'document';
  /** The URL in the post's content that these bytes stand for, or `null` if none does. */
  readonly of: string | null;
  /** The URL they were fetched from, or `null` if they were made here. */
  readonly from: string | null;
  /**
   * Which size of an image or a video this is, as X names it (`orig`, `4096x4096`, `large`, `1280x720`, …); of captions
   * their language (BCP 47); or `null`.
   */
  readonly rung: string | null;
  /** Pixels, or `null` if that means nothing. */
  readonly width: number | null;
  readonly height: number | null;
}

/** What made a record. */
export interface Software {
  readonly name: string;
  readonly version: string;
  /** The browser and its version, as in `HeadlessChrome/156.0.8078.73`, or `null` if none took part. */
  readonly browser: string | null;
}

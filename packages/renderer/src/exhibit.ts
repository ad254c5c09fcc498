import type { Post, Source, State } from '@embalm/post';
import type { Identification, Memento, Mismatch } from '@embalm/store';

/** A post, the bytes that belong to it, and what is known of where both came from. */
export interface Exhibit {
  readonly post: Post;
  readonly provenance: Provenance;
  /** All versions of the post that are known, the shown one among them, oldest first; none if there is but one. */
  readonly versions: readonly Version[];
  /** Finds the local bytes for a URL of the post's content; `null` if they were not kept. */
  readonly assetFor: AssetFinder;
}

/** From a URL as it stands in a post's content to local bytes. */
export type AssetFinder = (url: string) => Asset | null;

/** Bytes that a page can show without asking anyone. */
export interface Asset {
  /** A path relative to the page, or a `data:` URL of a raster image or video. Any other is not shown. */
  readonly src: string;
  /** Pixels, or `null` if that is not known. */
  readonly width: number | null;
  /** Pixels, or `null` if that is not known. */
  readonly height: number | null;
  /** MIME type. */
  readonly mediaType: string;
  /** The same picture in other sizes and formats; a browser takes the one that suits it. */
  readonly alternatives?: readonly AssetAlternative[] | undefined;
  /** Shown until the picture is there: three hex digits, as in `fa0`. Absent or `null` if it is not known, or not opaque. */
  readonly colour?: string | null | undefined;
  /** Of a video. */
  readonly captions?: readonly AssetCaptions[] | undefined;
}

/** What is said in a video, written (WebVTT). */
export interface AssetCaptions {
  /** As in {@link Asset.src}; a `data:` URL is one of `text/vtt`. */
  readonly src: string;
  /** BCP 47, or `und`. */
  readonly language: string;
}

/** A picture in another size or format. */
export interface AssetAlternative {
  /** As in {@link Asset.src}. */
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  /** MIME type. */
  readonly mediaType: string;
}

/** A post as it was at one time: before its author changed it, or its platform. */
export interface Version {
  readonly post: Post;
  /** ISO 8601 in UTC. */
  readonly capturedAt: string;
  /** As in {@link Provenance.recordDigest}. */
  readonly recordDigest: string;
}

/** Where an exhibit's content came from and what became of the original. */
export interface Provenance {
  /** `quoted` is only what an article says: it looks different and is never called archived. */
  readonly source: Source;
  /** When the content was captured: ISO 8601 in UTC. */
  readonly capturedAt: string;
  /** What the newest observation said of the original. */
  readonly state: State;
  /** When that was: ISO 8601 in UTC. */
  readonly observedAt: string;
  /** The platform's notice, word for word, or what went wrong; `null` for a live post. */
  readonly reason: string | null;
  /** The sha256 of the record the content is from, in hex; `null` if there is no record. */
  readonly recordDigest: string | null;
  /** Where in a web archive the content was found, or `null` if it came from its platform or an article. */
  readonly memento: Memento | null;
  /** How the post was found out, or `null` if that is not known. */
  readonly identified: Identification | null;
  /** Where the content disagrees with the article that led to it. */
  readonly mismatches: readonly Mismatch[];
}

import type { SceneName } from '../media/scenes.ts';

/** An account, as a test describes it. */
export interface AccountSpec {
  /** Without `@`. */
  readonly handle: string;
  readonly name: string;
  /** Decimal; made from the handle if left out. */
  readonly id?: string;
  /** Hue of the avatar in degrees; made from the handle if left out. */
  readonly hue?: number;
  readonly verification?: 'blue' | 'business' | 'government';
  /** The organisation whose badge the account wears. */
  readonly affiliation?: { readonly name: string; readonly handle: string };
}

/** A post, as a test describes it. Its time is the time of its id. */
export interface PostSpec {
  /** A snowflake. */
  readonly id: string;
  readonly author: AccountSpec;
  /** As a reader sees it: full links, no media link, nothing escaped. Tags, mentions and links are found in it. */
  readonly text: string;
  /** Default `en`. */
  readonly lang?: string;
  readonly media?: readonly MediaSpec[];
  /** The code of the short link of the post's media; made from the id if left out. */
  readonly code?: string;
  /** The id of the post it quotes; left out of the payload while there is no such post. */
  readonly quote?: string;
  /** The id of the post it answers. The mention that begins an answer is added. */
  readonly parent?: string;
  readonly card?: CardSpec;
  readonly poll?: PollSpec;
  /** All versions of an edited post, oldest first. */
  readonly versions?: readonly string[];
  readonly sensitive?: boolean;
  readonly likes?: number;
  readonly replies?: number;
}

export type MediaSpec = PhotoSpec | VideoSpec | GifSpec;

interface VisualSpec {
  readonly scene: SceneName;
  /** Pixels of the original. */
  readonly width: number;
  /** Pixels of the original. */
  readonly height: number;
  readonly alt?: string;
  /** Turns the colours of the scene, in degrees. */
  readonly hue?: number;
}

export interface PhotoSpec extends VisualSpec {
  readonly type: 'photo';
  /** Default `jpg`. */
  readonly format?: 'jpg' | 'png';
}

export interface VideoSpec extends VisualSpec {
  readonly type: 'video';
  readonly durationMs: number;
}

export interface GifSpec extends VisualSpec {
  readonly type: 'gif';
  readonly durationMs: number;
}

/** The preview of a link that stands in the text. */
export interface CardSpec {
  readonly kind: 'summary' | 'summary_large_image';
  /** As in the text. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly scene: SceneName;
}

export interface PollSpec {
  /** Two to four. */
  readonly choices: readonly { readonly label: string; readonly votes: number }[];
  readonly minutes: number;
}

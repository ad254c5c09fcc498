import type { AccountLabel, Author, State } from '@embalm/post';
import type { Identification, Mismatch } from '@embalm/store';

/** All words a rendered post shows of its own, in one language. `{x}` stands for what is filled in. */
export interface Labels {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The locale that dates and numbers are written in: BCP 47. */
  readonly formats: string;
  readonly dateAndTime: string;
  readonly postBy: string;
  readonly quotedPostBy: string;
  readonly verification: Readonly<Record<NonNullable<Author['verification']>, string>>;
  readonly affiliation: string;
  readonly accountLabels: Readonly<Record<AccountLabel['kind'] | 'automatedBy', string>>;
  readonly reposted: string;
  readonly replyingTo: string;
  readonly alt: string;
  readonly imageDescription: string;
  readonly photo: string;
  readonly video: string;
  readonly videoOf: string;
  readonly gif: string;
  readonly photoMissing: string;
  readonly videoMissing: string;
  readonly gifMissing: string;
  readonly original: string;
  readonly sensitive: string;
  /** Kinds of previews; a player is called {@link Labels.video}. */
  readonly cards: Readonly<Record<'broadcast' | 'space' | 'article', string>>;
  readonly poll: string;
  readonly pollChoice: string;
  readonly pollVotes: string;
  readonly pollShare: string;
  readonly pollFinal: string;
  readonly pollOpen: string;
  readonly pollUnknown: string;
  readonly note: string;
  readonly versions: string;
  readonly edited: string;
  readonly newerVersion: string;
  readonly withheldIn: string;
  readonly truncated: string;
  readonly postUnavailable: string;
  readonly nestedDeeper: string;
  readonly counts: Readonly<Record<'replies' | 'reposts' | 'quotes' | 'likes' | 'views' | 'votes', Plural>>;
  readonly asOf: string;
  readonly archived: string;
  readonly archivedFromWayback: string;
  readonly asArchived: string;
  readonly imported: string;
  readonly quoted: string;
  /** What became of the original, for the provenance line; `null` where there is nothing to say. */
  readonly states: Readonly<Record<State, string | null>>;
  /** The same as a sentence, for the notice above the post. */
  readonly notices: Readonly<Record<State, string | null>>;
  readonly evidence: Readonly<
    Record<'captured' | 'source' | 'checked' | 'notice' | 'failure' | 'identified' | 'record', string>
  >;
  /** What a look at the original found where {@link Labels.states} has nothing to say. */
  readonly answers: Readonly<Record<'live' | 'unreachable', string>>;
  readonly sources: Readonly<
    Record<'x-embed' | 'x-syndication' | 'x-oembed' | 'wayback' | 'quoted' | 'import', string>
  >;
  readonly identifiedBy: Readonly<Record<Identification['by'], string>>;
  readonly mismatch: string;
  readonly mismatches: Readonly<Record<Mismatch['field'], string>>;
  readonly mismatchOf: string;
  readonly mismatchSimilarity: string;
}

/** A label that depends on a number; the categories are those of `Intl.PluralRules`. */
export type Plural = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

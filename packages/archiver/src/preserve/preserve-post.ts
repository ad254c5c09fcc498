import type { Post, Reference } from '@embalm/post';
import {
  type Archive,
  canonicalJson,
  type Claim,
  type Forgotten,
  type SnapshotDraft,
  type StoredSnapshot,
} from '@embalm/store';
import type { MediaLimits } from '../media/fetch-file.ts';
import type { Source, SourceContext } from '../sources/source.ts';
import type { WayOut } from '../way-out.ts';
import { draftSnapshot } from './draft-snapshot.ts';
import { findCapture } from './find-capture.ts';
import type { Identified } from './identify-post.ts';
import { isCapture } from './is-capture.ts';
import type { Outcome, Preserved } from './preserved.ts';

/** What preserving one post works with. */
export interface PreserveContext extends Omit<SourceContext, 'door'> {
  readonly archive: Archive;
  /** Opens the door on first use. */
  readonly wayOut: () => Promise<WayOut>;
  readonly sources: readonly Source[];
  /** Default 512 MiB for a video, 64 MiB for an image. */
  readonly mediaLimits?: MediaLimits | undefined;
  /** As in `HeadlessChrome/156.0.8078.73`, or `null` while no browser runs. */
  readonly browserVersion: () => string | null;
  /** Also keep posts that were erased from the archive on request; default false. */
  readonly again?: boolean | undefined;
  readonly now: () => Date;
}

/**
 * Preserve one post: capture it if it is not in the archive yet, else keep what the article says of it.
 *
 * @param article The path or URL of the article, as it was given.
 * @param references The article's references that lead to the post; the first that quotes it is what it says of it.
 * @throws {NoBrowserError} If a capture needs a browser and there is none.
 */
export async function preservePost(
  article: string,
  references: readonly Reference[],
  identified: Identified,
  context: PreserveContext,
): Promise<Preserved> {
  const { post } = identified;
  const head = await context.archive.head(post);
  const forgotten = context.again === true ? null : await context.archive.forgotten(post);
  if (forgotten !== null && (head?.record.n ?? 0) <= forgotten.n) return forgottenPost(forgotten, references);
  const capture = head === null ? null : await findCapture(head, context.archive);
  if (head !== null && capture !== null) {
    // Records after the capture say what became of it.
    const kept = { ...capture.record, observation: head.record.observation };
    if (isFinal(kept)) return { ...found(kept), references, outcome: 'archived', record: capture.sha256 };
  }
  const draft = await draftSnapshot(claimOf(article, references), identified, context);
  const outcome = outcomeOf(draft);
  const record = outcome === 'lost' ? null : await keepSnapshot(draft, context);
  return { ...found(draft), references, outcome, record };
}

function forgottenPost({ post, at, why }: Forgotten, references: readonly Reference[]): Preserved {
  const reason = `forgotten on ${at.slice(0, 10)}: ${why}`;
  const nothing = { mismatches: [], missing: [], diagnostics: [], record: null };
  return { post, references, outcome: 'forgotten', state: 'unreachable', reason, ...nothing };
}

type Found = Pick<Preserved, 'post' | 'state' | 'reason' | 'mismatches' | 'missing' | 'diagnostics'>;

function found({ post, observation: { state, reason }, mismatches, missing, diagnostics }: SnapshotDraft): Found {
  return { post, state, reason, mismatches, missing: missing ?? [], diagnostics: diagnostics ?? [] };
}

function outcomeOf(draft: SnapshotDraft): Outcome {
  if (draft.source === null) return draft.observation.state === 'unreachable' ? 'lost' : 'noted';
  return isCapture(draft) ? 'captured' : 'quoted';
}

/** Whose captures stand in for one of X's own. */
const standIns: ReadonlySet<SnapshotDraft['source']> = new Set(['wayback', 'guest-graphql', 'fxtwitter', 'vxtwitter']);

/** A capture, but for one that stands in while X could not be reached: the post may be there, whole. */
function isFinal(draft: Pick<SnapshotDraft, 'source' | 'content' | 'observation'>): boolean {
  return isCapture(draft) && !(standIns.has(draft.source) && draft.observation.state === 'unreachable');
}

/** Commits what is new; what is in the archive already gets a line in the ledger. */
async function keepSnapshot(draft: SnapshotDraft, { archive, again }: PreserveContext): Promise<string> {
  if (!isFinal(draft)) {
    for await (const past of archive.history(draft.post)) {
      if (!saysTheSame(past, draft)) continue;
      await archive.note({ post: draft.post, record: past.sha256, ...draft.observation });
      return past.sha256;
    }
  }
  return (await archive.commit(draft, { again })).sha256;
}

function saysTheSame({ record }: StoredSnapshot, draft: SnapshotDraft): boolean {
  return (
    record.source === draft.source &&
    record.observation.state === draft.observation.state &&
    canonicalJson(withoutCounts(record.content)) === canonicalJson(withoutCounts(draft.content))
  );
}

/** Counts are others each time; those of a quoted post, too. */
function withoutCounts(content: Post | null): unknown {
  return JSON.parse(JSON.stringify(content, (key, value: unknown) => (key === 'counts' ? null : value)));
}

function claimOf(article: string, references: readonly Reference[]): Claim | null {
  const reference =
    references.find(({ text }) => text !== null) ?? references.find(({ handle }) => handle !== null) ?? references[0];
  if (reference === undefined) return null;
  const { handle, name, date, text, links, lang } = reference;
  return { article, handle, name, date, text, links, lang };
}

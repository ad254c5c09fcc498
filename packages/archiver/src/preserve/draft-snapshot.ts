import type { Observation } from '@embalm/post';
import type { Claim, SnapshotDraft } from '@embalm/store';
import { compareClaim } from '../match/compare-claim.ts';
import { captureMedia } from '../media/capture-media.ts';
import { quotePost } from '../sources/quoted.ts';
import type { PostHint } from '../sources/source.ts';
import { version } from '../version.ts';
import type { WayOut } from '../way-out.ts';
import type { Identified } from './identify-post.ts';
import { noteOf, observePost, type Observed } from './observe-post.ts';
import type { PreserveContext } from './preserve-post.ts';

/**
 * Capture a post and put together what is to be kept of it: its content and media if a source shows it, now or in an
 * archive; else what the article says.
 */
export async function draftSnapshot(
  claim: Claim | null,
  identified: Identified,
  context: PreserveContext,
): Promise<SnapshotDraft> {
  const { post, knownAs } = identified;
  const capturedAt = context.now().toISOString();
  // Nobody can be asked for a post without an id.
  const way: WayOut = identified.reason === null ? await context.wayOut() : { door: null, reason: identified.reason };
  const observed =
    way.door === null
      ? notAsked(way.reason, capturedAt)
      : await observePost(post, context.sources, { ...context, door: way.door, hint: hintOf(claim) });
  const base = {
    post,
    capturedAt,
    knownAs,
    observation: noteOf(observed.observation),
    answers: observed.answers,
    identified: identified.how,
    diagnostics: observed.diagnostics,
    claim,
    software: { name: 'embalm', version, browser: context.browserVersion() },
  };
  const exchanges = [...identified.exchanges, ...observed.exchanges];
  if (observed.shown !== null && way.door !== null) {
    const { post: content, source } = observed.shown;
    const media = await captureMedia(
      content,
      { ...context, door: way.door },
      context.mediaLimits,
      observed.memento?.at,
    );
    return {
      ...base,
      source,
      content,
      memento: observed.memento,
      mismatches: claim === null ? [] : compareClaim(claim, content),
      missing: media.missing,
      exchanges: [...exchanges, ...media.exchanges],
      files: { ...observed.files, ...media.files },
    };
  }
  const content = claim === null ? null : quotePost(post, claim);
  const source = content === null ? null : 'quoted';
  return { ...base, source, content, mismatches: [], missing: [], exchanges, files: observed.files };
}

function notAsked(reason: string, at: string): Observed {
  const observation: Observation = { state: 'unreachable', source: 'quoted', at, reason };
  return { observation, shown: null, memento: null, answers: [], diagnostics: [], exchanges: [], files: {} };
}

function hintOf(claim: Claim | null): PostHint {
  return { handle: claim?.handle ?? null, date: claim?.date ?? null };
}

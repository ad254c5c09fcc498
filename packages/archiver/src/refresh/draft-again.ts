import type { SnapshotDraft } from '@embalm/store';
import { draftSnapshot } from '../preserve/draft-snapshot.ts';
import type { Identified } from '../preserve/identify-post.ts';
import { isCapture } from '../preserve/is-capture.ts';
import { version } from '../version.ts';
import type { CheckContext } from './check-post.ts';
import type { KnownPost } from './known-post.ts';
import type { Look } from './look-again.ts';

/**
 * Put together what is to be kept of a look that found something new. A post that is shown is captured as if for the first
 * time; of one that is gone the answers are kept, and its content stays in the records before.
 */
export async function draftAgain(known: KnownPost, look: Look, context: CheckContext): Promise<SnapshotDraft> {
  const { observed, bodies } = look;
  await bodies.handOver(context.keep);
  if (!isCapture(look)) return draftGone(known, look, context);
  const { post, identified = null } = known.head.record;
  const { claim } = known.capture ?? known.head.record;
  const { exchanges } = observed;
  const again: Identified = { kind: 'post', post, knownAs: [], exchanges, how: identified, reason: null };
  const wayOut = () => Promise.resolve({ door: context.door });
  const captured = await context.inTurn(() => draftSnapshot(claim, again, { ...context, wayOut }));
  const draft = { ...captured, answers: [...observed.answers, ...captured.answers] };
  const isWorthIt = isCapture(draft) && (draft.observation.state === 'live' || known.capture === null);
  return isWorthIt ? draft : { ...draft, ...noContent };
}

/** Without a claim: it was compared when there was something to compare it with. */
const noContent = { source: null, content: null, memento: null, claim: null, mismatches: [], missing: [] } as const;

function draftGone({ head }: KnownPost, { observation, observed }: Look, context: CheckContext): SnapshotDraft {
  return {
    ...noContent,
    post: head.record.post,
    capturedAt: context.now().toISOString(),
    knownAs: [],
    observation,
    answers: observed.answers,
    diagnostics: observed.diagnostics,
    exchanges: observed.exchanges,
    files: observed.files,
    software: { name: 'embalm', version, browser: null },
  };
}

import { noteOf, observePost, type Observed } from '../preserve/observe-post.ts';
import type { Answer, Source, SourceContext } from '../sources/source.ts';
import { xSyndication } from '../sources/x-syndication.ts';
import { type HeldBodies, holdBodies } from './held-bodies.ts';
import type { Found } from './judge-look.ts';
import type { KnownPost } from './known-post.ts';

/** What a quick look found, and its evidence. */
export interface Look extends Found {
  readonly observed: Observed;
  /** Not kept yet. */
  readonly bodies: HeldBodies;
}

/**
 * Look at a post without a browser: one request if X shows it or says what became of it. "Not found" is asked again of
 * oEmbed and of the witnesses, and of the Internet Archive if nobody has ever captured the post. If X cannot be reached nobody else is
 * asked: none of them knows what the post is now.
 */
export async function lookAgain(
  { capture, head }: KnownPost,
  context: SourceContext & { readonly sources: readonly Source[] },
): Promise<Look> {
  const { post } = head.record;
  const bodies = holdBodies();
  const ask: SourceContext['door']['ask'] = (request) => context.door.ask({ ...request, keeper: bodies });
  const author = (capture ?? head.record).content?.author.handle ?? null;
  const held: SourceContext = {
    ...context,
    door: { ...context.door, ask },
    keep: bodies.keep,
    hint: { handle: author, date: head.record.claim?.date ?? null },
  };
  const answer = await xSyndication.observe(post, held);
  const isSilent = answer.observation.state === 'unreachable';
  const others = isSilent ? [] : context.sources.filter(({ kind }) => isOther(kind, capture !== null));
  const observed = await observePost(post, [answered(answer), ...others], held);
  const { observation, shown } = observed;
  return {
    observation: noteOf(observation),
    source: shown?.source ?? null,
    content: shown?.post ?? null,
    observed,
    bodies,
  };
}

/** What the post was is known once it is captured; what it is X says, or its witnesses. */
function isOther(kind: Source['kind'], isCaptured: boolean): boolean {
  return kind === 'archive' ? !isCaptured : kind !== 'x';
}

function answered(answer: Answer): Source {
  return { ...xSyndication, observe: () => Promise.resolve(answer) };
}

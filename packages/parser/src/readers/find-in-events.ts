import { setImmediate } from 'node:timers/promises';
import { findInWork } from './find-in-work.ts';
import type { Findings } from './findings.ts';
import type { Helper } from './helper.ts';
import type { InputEvent } from './read-inputs.ts';
import type { FileWork, Work } from './work.ts';

/** An event, and what was found in its work. */
export interface DoneEvent {
  readonly event: InputEvent;
  readonly findings: Findings | null;
}

/** How far it has come. */
export interface Progress {
  readonly pieces: number;
  /** How many bytes of files were looked at in this thread. */
  readonly bytes: number;
  /** How much was found in this thread, as bytes of JSON. */
  readonly found: number;
}

/** An event that others may stand before. */
interface Pending {
  readonly event: InputEvent;
  /** `null` while a helper is at it. */
  done: DoneEvent | null;
  readonly answer: Promise<void> | null;
}

/** So many pieces may be done before their turn, for each helper: what was found in them is held. */
const mostAhead = 16;

/** Nor so many bytes, be it of ever so few pieces. */
const mostHeld = 1 << 21;

/**
 * Look for references in what comes of inputs, in this thread and in helpers, which take what they can and leave the rest
 * to it. Events come out in the order in which they go in.
 *
 * @param countThreads How many threads should have a part in a piece, this one included, with what has gone before it. They
 * stay once they are there.
 */
export async function* findInEvents(
  events: AsyncIterable<InputEvent>,
  countThreads: (work: Work, progress: Progress) => Promise<number>,
): AsyncGenerator<DoneEvent> {
  await using opened = new AsyncDisposableStack();
  const helpers: Helper[] = [];
  const queue: Pending[] = [];
  let pieces = 0;
  let bytes = 0;
  let found = 0;
  for await (const event of events) {
    if (event.kind === 'work') {
      const threads = await countThreads(event.work, { pieces, bytes, found });
      while (helpers.length + 1 < threads) {
        const { openHelper } = await import('./helper.ts');
        helpers.push(opened.use(openHelper(event.work.kind)));
      }
      const helper = helpers.find(({ isFree }) => isFree);
      if (helper === undefined) {
        const findings = await findInWork(event.work);
        if (event.work.kind === 'file') bytes += lengthLooked(event.work, findings);
        found += findings.found.json.length;
        queue.push(done(event, findings));
      } else {
        queue.push(hand(event, event.work, helper));
      }
      pieces += 1;
      // Their answers arrive now.
      if (helpers.length > 0) await setImmediate();
    } else {
      queue.push(done(event, null));
    }
    yield* takeDone(queue, () => queue.length > helpers.length * mostAhead || bytesHeld(queue) > mostHeld);
  }
  yield* takeDone(queue, () => true);
}

function done(event: InputEvent, findings: Findings | null): Pending {
  return { event, done: { event, findings }, answer: null };
}

function hand(event: InputEvent, work: Work, helper: Helper): Pending {
  const pending: Pending = { event, done: null, answer: answer() };
  // Whoever takes it hears of its failure; until then nobody does.
  pending.answer?.catch(() => {});
  return pending;

  async function answer(): Promise<void> {
    const findings = await helper.find(work);
    pending.done = { event, findings };
  }
}

/** How many bytes of a part of a file were looked at, before so much was found that some are left. */
export function lengthLooked({ part }: FileWork, { rest }: Findings): number {
  return (rest?.kind === 'file' ? rest.part.start : part.end) - part.start;
}

function bytesHeld(queue: readonly Pending[]): number {
  return queue.reduce((sum, { done: ready }) => sum + (ready?.findings?.found.json.length ?? 0), 0);
}

/** Those whose turn it is, and others as long as they must be waited for. */
async function* takeDone(queue: Pending[], mustWait: () => boolean): AsyncGenerator<DoneEvent> {
  for (let first = queue[0]; first !== undefined && (first.done !== null || mustWait()); first = queue[0]) {
    await first.answer;
    for (let next = first.done; next !== null; next = await goOn(next)) yield next;
    queue.shift();
  }
}

/** Look for references in what is left of a piece. */
async function goOn({ event, findings }: DoneEvent): Promise<DoneEvent | null> {
  const work = findings?.rest ?? null;
  if (event.kind !== 'work' || work === null) return null;
  return { event: { ...event, work }, findings: await findInWork(work) };
}

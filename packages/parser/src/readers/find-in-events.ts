import { setImmediate } from 'node:timers/promises';
import { findInWork } from './find-in-work.ts';
import type { Findings } from './findings.ts';
import type { Helper } from './helper.ts';
import type { InputEvent } from './read-inputs.ts';
import type { Work } from './work.ts';

/** An event, and what was found in its work. */
export interface DoneEvent {
  readonly event: InputEvent;
  readonly findings: Findings | null;
}

/** How far it has come. */
export interface Progress {
  readonly pieces: number;
  /** How much was found in them, as bytes of JSON, if this thread has looked at all of them. */
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
const mostAhead = 6;

/** Nor so many bytes, be it of ever so few pieces. */
const mostHeld = 1 << 21;

/** So often signals and timers get their turn where there are no helpers, who get theirs behind every piece. */
const piecesAtATime = 16;

/**
 * Look for references in what comes of inputs, in this thread and in helpers, which take what they can and leave the rest
 * to it. Events come out in the order in which they go in.
 *
 * @param countThreads How many threads should have a part in a piece, this one included, with what has gone before it. They
 * stay once they are there.
 */
export async function* findInEvents(
  events: AsyncIterable<InputEvent>,
  countThreads: (work: Work, progress: Progress) => number,
): AsyncGenerator<DoneEvent> {
  await using opened = new AsyncDisposableStack();
  const helpers: Helper[] = [];
  const queue: Pending[] = [];
  let pieces = 0;
  let found = 0;
  for await (const event of events) {
    if (event.kind === 'work') {
      while (helpers.length + 1 < countThreads(event.work, { pieces, found })) {
        const { openHelper } = await import('./helper.ts');
        helpers.push(opened.use(openHelper(event.work.kind)));
      }
      const helper = helpers.find(({ isFree }) => isFree);
      if (helper === undefined) {
        const findings = await findInWork(event.work);
        found += findings.found.json.length;
        queue.push(done(event, findings));
      } else {
        queue.push(hand(event, event.work, helper));
      }
      pieces += 1;
      if (helpers.length > 0 || pieces % piecesAtATime === 0) await setImmediate();
    } else {
      queue.push(done(event, null));
    }
    const held = queue.reduce((sum, { done: ready }) => sum + (ready?.findings?.found.json.length ?? 0), 0);
    yield* takeDone(queue, held > mostHeld ? 0 : helpers.length * mostAhead);
  }
  yield* takeDone(queue, 0);
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

/** Those whose turn it is, and as many more that no more than `most` are left. */
async function* takeDone(queue: Pending[], most: number): AsyncGenerator<DoneEvent> {
  for (let first = queue[0]; first !== undefined && (first.done !== null || queue.length > most); first = queue[0]) {
    await first.answer;
    if (first.done !== null) yield first.done;
    for (let rest = first.done?.findings?.rest ?? null; rest !== null;) {
      const findings = await findInWork(rest);
      yield { event: first.event, findings };
      ({ rest } = findings);
    }
    queue.shift();
  }
}

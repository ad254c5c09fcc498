import { isInputError } from '../read/input-error.ts';
import type { RecordProblem } from './findings.ts';
import { readInput, type ReadInputOptions } from './read-input.ts';
import type { Work } from './work.ts';

/** What comes of reading inputs, in their order. */
export type InputEvent =
  | { readonly kind: 'work'; readonly source: string; readonly work: Work }
  | ({ readonly kind: 'problem'; readonly source: string } & RecordProblem)
  /** The input, or the rest of it, cannot be read. */
  | { readonly kind: 'failure'; readonly source: string; readonly message: string }
  | { readonly kind: 'end'; readonly source: string };

/** Read inputs one after the other. One that cannot be read is told; the others still get their turn. */
export async function* readInputs(names: AsyncIterable<string>, options: ReadInputOptions): AsyncGenerator<InputEvent> {
  for await (const source of names) {
    const problems: RecordProblem[] = [];
    try {
      for await (const work of readInput(source, options, (problem) => problems.push(problem))) {
        yield* tell(source, problems.splice(0));
        yield { kind: 'work', source, work };
      }
      yield* tell(source, problems);
    } catch (error) {
      yield* tell(source, problems);
      if (!isInputError(error)) throw error;
      yield { kind: 'failure', source, message: error.reason };
    }
    yield { kind: 'end', source };
  }
}

function* tell(source: string, problems: readonly RecordProblem[]): Generator<InputEvent> {
  for (const problem of problems) yield { kind: 'problem', source, ...problem };
}

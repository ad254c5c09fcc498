import type { FindInInputsOptions, InputProblem } from '../src/readers/find-batches.ts';
import { findInInputs, type FoundReference } from '../src/readers/find-in-inputs.ts';

/** What came of an input. */
export interface FoundIn {
  readonly found: readonly FoundReference[];
  readonly problems: readonly InputProblem[];
}

/** Find in bytes that come over standard input, in chunks of so many. */
export async function findIn(
  bytes: string | Uint8Array,
  options: Omit<FindInInputsOptions, 'onProblem' | 'stdin'> = {},
  chunkLength = 65_536,
): Promise<FoundIn> {
  return findInNames(['-'], { ...options, stdin: inChunks(Buffer.from(bytes), chunkLength) });
}

/** Find in inputs by their names. */
export async function findInNames(
  names: readonly string[],
  options: Omit<FindInInputsOptions, 'onProblem'> = {},
): Promise<FoundIn> {
  const found: FoundReference[] = [];
  const problems: InputProblem[] = [];
  const batches = findInInputs(oneByOne(names), { ...options, onProblem: (problem) => problems.push(problem) });
  for await (const batch of batches) found.push(...batch);
  return { found, problems };
}

/** Names as they come from whoever looks for them. */
export async function* oneByOne(names: readonly string[]): AsyncGenerator<string> {
  yield* names;
}

async function* inChunks(bytes: Buffer, chunkLength: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
}

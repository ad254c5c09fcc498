import { parentPort } from 'node:worker_threads';
import { type TaskName, tasks } from './tasks.ts';
import type { ThreadAnswer } from './thread-answer.ts';

// One of the threads of a pool: it answers every piece with what came of it, in order.
parentPort?.on('message', ({ name, piece }: { readonly name: TaskName; readonly piece: never }) => {
  parentPort?.postMessage(
    answer(() => tasks[name](piece)),
    [],
  );
});

function answer(run: () => unknown): ThreadAnswer {
  try {
    return { result: run() };
  } catch (error) {
    return { error };
  }
}

import type { Check } from './check.ts';

/** Say which Node runs this. The launcher has seen to it that it is new enough. */
export function checkNode(): Check {
  return { name: 'node', result: 'ok', detail: `${process.version} (${process.execPath})`, remedy: null };
}

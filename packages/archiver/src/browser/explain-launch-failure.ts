import { reasonOf } from '../reason-of.ts';

/** What the browser itself printed, in Playwright's log of a launch. */
const printedPattern = /\[pid=\d{1,10}\]\[err\] (.{1,300})/;

/** How the browser ended, in the same log. */
const exitPattern = /<process did exit: ([^>]{1,100})>/;

/**
 * Say in a line why a browser did not start. Playwright's message is pages long: its launch line, a box with advice
 * for programmers, and in between the one line the browser printed.
 */
export function explainLaunchFailure(error: unknown): string {
  const message = reasonOf(error).slice(0, 50_000);
  const printed = printedPattern.exec(message)?.[1]?.trim();
  if (message.includes('sandboxing failed')) {
    return `its sandbox does not work here; unprivileged user namespaces may be off (${printed ?? 'it said no more'})`;
  }
  const exit = exitPattern.exec(message)?.[1];
  return printed ?? (exit === undefined ? (message.split('\n')[0] ?? message) : `it ended at once, ${exit}`);
}

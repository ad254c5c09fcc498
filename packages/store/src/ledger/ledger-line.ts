import { sealJson, unsealJson } from '../record/sealed-json.ts';
import { sha256Of } from '../layout.ts';
import { type CheckEntry, parseCheckEntry } from './check.ts';

/** What the first line of the first ledger continues. */
export const chainStart: string = '0'.repeat(64);

/** The most bytes of a line with its newline. */
export const maxLineBytes: number = 64 * 1024;

const member = 'chain';

/** Write a line: its chain is the sha256 of the chain before, as 64 hex digits, and what stands before it in the line. */
export function writeLine(entry: CheckEntry, previous: string): Uint8Array {
  return sealJson(entry, member, (body) => chainOf(previous, body));
}

/**
 * The chain that a line says it has, or `null` if it has none.
 *
 * @param line With its newline.
 */
export function chainIn(line: Buffer): string | null {
  return unsealJson(line, member)?.seal ?? null;
}

/** Whether a line continues a chain and is a check. */
export function isSound(line: Buffer, previous: string): boolean {
  const sealed = unsealJson(line, member);
  if (sealed === null || chainOf(previous, sealed.body) !== sealed.seal) return false;
  try {
    parseCheckEntry(JSON.parse(line.toString('utf8')));
    return true;
  } catch {
    return false;
  }
}

function chainOf(previous: string, body: Uint8Array): string {
  return sha256Of(Buffer.concat([Buffer.from(previous), body]));
}

import { type Decode, variant } from '@embalm/post/decode';
import { type ForgetEntry, parseForgetEntry } from '../forget/forget-entry.ts';
import { sealJson, unsealJson } from '../record/sealed-json.ts';
import { sha256Of } from '../layout.ts';
import { type CheckEntry, parseCheckEntry } from './check.ts';

/** What the first line of the first ledger continues. */
export const chainStart: string = '0'.repeat(64);

/** The most bytes of a line with its newline. */
export const maxLineBytes: number = 64 * 1024;

const member = 'chain';

/** What a line can say. */
export type LedgerEntry = CheckEntry | ForgetEntry;

const parseEntry: Decode<LedgerEntry> = variant<LedgerEntry>('kind', {
  check: parseCheckEntry,
  forget: parseForgetEntry,
});

/** Write a line: its chain is the sha256 of the chain before, as 64 hex digits, and what stands before it in the line. */
export function writeLine(entry: LedgerEntry, previous: string): Uint8Array {
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

/** Read a line that continues a chain; `null` if it does not, or says nothing that is known. */
export function readLine(line: Buffer, previous: string): LedgerEntry | null {
  const sealed = unsealJson(line, member);
  if (sealed === null || chainOf(previous, sealed.body) !== sealed.seal) return null;
  try {
    return parseEntry(JSON.parse(line.toString('utf8')));
  } catch {
    return null;
  }
}

function chainOf(previous: string, body: Uint8Array): string {
  return sha256Of(Buffer.concat([Buffer.from(previous), body]));
}

import type { ByteReader } from '../bytes/byte-reader.ts';
import { type ByteWindow, openByteWindow } from '../bytes/byte-window.ts';
import type { RecordProblem } from '../findings.ts';
import { readHeaders } from './http-message.ts';
import { mostRecordBytes, tooLong } from './record-limit.ts';
import { readWarcBlock } from './read-warc-block.ts';
import type { InputRecord } from '../work.ts';

const versionLine = Buffer.from('WARC/1.');
const nextRecord = Buffer.from('\r\nWARC/1.');
const headEnd = Buffer.from('\r\n\r\n');
const longestHead = 65_536;

/**
 * Read WARC and WET (WARC/1.0 and 1.1). Every record counts, those with pages and texts are given. A record whose length
 * is wrong is told as a problem, and reading goes on at the next line that begins a record.
 */
export async function* readWarc(
  reader: ByteReader,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<InputRecord> {
  const window = openByteWindow(reader, 1 << 21);
  for (let number = 1; await skipLineEnds(window); number += 1) {
    const length = await readHead(window);
    if (typeof length === 'string') {
      onProblem({ record: number, message: `${length} at byte ${window.offset}; it is skipped.` });
      await skipToRecord(window);
      continue;
    }
    const total = length.head + length.block;
    if (length.block > mostRecordBytes) {
      onProblem({ record: number, message: tooLong(window.offset) });
      await dropAll(window, total);
      continue;
    }
    const bytes = await window.atLeast(total + headEnd.length + versionLine.length);
    if (!endsThere(bytes, total, window.ended)) {
      onProblem({ record: number, message: `its length is wrong, at byte ${window.offset}; it is skipped.` });
      await skipToRecord(window);
      continue;
    }
    const block = bytes.subarray(length.head, total);
    const content = readWarcBlock(length.headers, block, number, onProblem);
    if (content !== null) yield content;
    window.drop(total);
  }
}

async function readHead(
  window: ByteWindow,
): Promise<string | { head: number; block: number; headers: ReadonlyMap<string, string> }> {
  let bytes = await window.atLeast(1024);
  let end = bytes.indexOf(headEnd);
  if (end === -1) {
    bytes = await window.atLeast(longestHead);
    end = bytes.subarray(0, longestHead).indexOf(headEnd);
  }
  if (end === -1 || !bytes.subarray(0, versionLine.length).equals(versionLine)) return 'no WARC record begins';
  const headers = readHeaders(bytes.toString('utf8', 0, end));
  const length = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) return 'a WARC record without a length begins';
  return { head: end + headEnd.length, block: Number(length), headers };
}

/** Two line ends and the next record, or the end; some writers leave out the line ends at the very end. */
function endsThere(bytes: Buffer, at: number, ended: boolean): boolean {
  if (bytes.length < at) return false;
  const rest = bytes.toString('latin1', at, at + headEnd.length + versionLine.length);
  return /^\r?\n\r?\n(?:\r?\n|WARC\/1\.|$)/.test(rest) || (ended && /^[\r\n]*$/.test(rest));
}

/** @returns Whether there is more. */
async function skipLineEnds(window: ByteWindow): Promise<boolean> {
  for (;;) {
    const bytes = await window.atLeast(8);
    const length = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
    window.drop(length === -1 ? bytes.length : length);
    if (length !== -1) return true;
    if (window.ended) return window.bytes.length > 0;
  }
}

/** To the next line that begins a record, behind the first line of this one. */
async function skipToRecord(window: ByteWindow): Promise<void> {
  window.drop(Math.min(window.bytes.length, 1));
  for (let bytes = await window.atLeast(65_536); bytes.length > 0; bytes = await window.atLeast(65_536)) {
    const at = bytes.indexOf(nextRecord);
    if (at !== -1) return window.drop(at);
    window.drop(window.ended ? bytes.length : bytes.length - nextRecord.length);
  }
}

async function dropAll(window: ByteWindow, length: number): Promise<void> {
  for (let left = length; left > 0;) {
    const bytes = await window.atLeast(1);
    if (bytes.length === 0) return;
    const dropped = Math.min(left, bytes.length);
    window.drop(dropped);
    left -= dropped;
  }
}

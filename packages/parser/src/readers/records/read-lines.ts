import type { ByteReader } from '../bytes/byte-reader.ts';
import { openByteWindow } from '../bytes/byte-window.ts';
import type { RecordProblem } from '../findings.ts';
import { mostRecordBytes, tooLong } from './record-limit.ts';
import type { LinesWork } from '../work.ts';

const lineFeed = 0x0a;
const blockLength = 1 << 20;

/** Read JSON Lines, many lines at a time. A line that is too long is passed over, and told as a problem. */
export async function* readLines(
  reader: ByteReader,
  field: string | null,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<LinesWork> {
  const window = openByteWindow(reader, blockLength * 2);
  let wanted = blockLength;
  for (;;) {
    const bytes = await window.atLeast(wanted);
    if (bytes.length === 0) return;
    const end = window.ended ? bytes.length : bytes.lastIndexOf(lineFeed) + 1;
    if (end > 0) {
      yield { kind: 'lines', bytes: bytes.subarray(0, end), field };
      window.drop(end);
      wanted = blockLength;
    } else if (bytes.length < mostRecordBytes) {
      wanted = bytes.length * 2;
    } else {
      onProblem({ record: null, message: tooLong(window.offset) });
      await dropLine();
      // It counts all the same.
      yield { kind: 'lines', bytes: Buffer.from('\n'), field };
    }
  }

  async function dropLine(): Promise<void> {
    for (let bytes = window.bytes; bytes.length > 0; bytes = await window.atLeast(blockLength)) {
      const at = bytes.indexOf(lineFeed);
      window.drop(at === -1 ? bytes.length : at + 1);
      if (at !== -1) return;
    }
  }
}

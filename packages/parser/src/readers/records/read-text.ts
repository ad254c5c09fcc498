import { characterStart } from '../../scan/character-start.ts';
import { blockOverlap } from '../../scan/text-block.ts';
import { allocateText } from '../../scan/text-scanner.ts';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TextWork } from '../work.ts';

const partLength = 1 << 20;

/** Read a text of any length, in UTF-8, in parts that overlap. Each is good until the next one is asked for. */
export async function* readText(reader: ByteReader, countLines: boolean): AsyncGenerator<TextWork> {
  const buffer = allocateText(partLength + 2 * blockOverlap);
  let filled = 0;
  let from = 0;
  for (;;) {
    const ended = await fill();
    const to = ended ? filled : characterStart(buffer, filled - blockOverlap);
    yield { kind: 'text', bytes: buffer.subarray(0, filled), from, to, countLines };
    if (ended) return;
    const kept = characterStart(buffer, Math.max(0, to - blockOverlap));
    buffer.copyWithin(0, kept, filled);
    filled -= kept;
    from = to - kept;
  }

  /** @returns Whether the reader has no more. */
  async function fill(): Promise<boolean> {
    while (filled < buffer.length) {
      const reading = reader.read(buffer, filled);
      const count = typeof reading === 'number' ? reading : await reading;
      if (count === 0) return true;
      filled += count;
    }
    return false;
  }
}

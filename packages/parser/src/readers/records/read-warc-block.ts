import type { InputFormat } from '../../find-references.ts';
import { readContentType } from '../../read/content-type.ts';
import type { RecordProblem } from '../findings.ts';
import { readHttpMessage } from './http-message.ts';
import type { InputRecord } from '../work.ts';

/** What can hold references, by media type. Pages without one are told by how they begin. */
const formats: ReadonlyMap<string, InputFormat | null> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
  ['', null],
]);

/** What a WARC record holds, if that is a page or a text; `null` if it is neither, or damaged, which is told. */
export function readWarcBlock(
  headers: ReadonlyMap<string, string>,
  block: Buffer,
  number: number,
  onProblem: (problem: RecordProblem) => void,
): InputRecord | null {
  const type = headers.get('warc-type')?.toLowerCase();
  const declared = readContentType(headers.get('content-type') ?? '');
  try {
    const isExchange = type === 'response' && declared.mediaType === 'application/http';
    if (!isExchange && type !== 'conversion' && type !== 'resource' && type !== 'response') return null;
    const message = isExchange ? readHttpMessage(block) : { ...declared, body: block };
    if (message === null) throw new Error('it has no HTTP head');
    const format = formats.get(message.mediaType);
    return format === undefined ? null : { number, content: message.body, format, charset: message.charset };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    onProblem({ record: number, message: `its HTTP response cannot be read: ${reason}.` });
    return null;
  }
}

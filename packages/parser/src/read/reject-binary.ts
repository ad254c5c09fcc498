import { readByteOrderMark } from './decode.ts';
import { InputError } from './input-error.ts';

/** Kinds of files that are taken for articles by mistake, by how they begin. */
const signatures: readonly (readonly [kind: string, bytes: string])[] = [
  ['a PDF document', '%PDF-'],
  ['a ZIP archive, or an office document', 'PK\u0003\u0004'],
  ['gzip data', '\u001f\u008b'],
  ['Zstandard data', '(\u00b5/\u00fd'],
  ['a PNG image', '\u0089PNG'],
  ['a JPEG image', '\u00ff\u00d8\u00ff'],
  ['a GIF image', 'GIF8'],
];

/** Text has no NUL; as many bytes as Git looks at. */
const nulWindow = 8000;

/**
 * Refuse what is no text.
 *
 * @throws {InputError} With code `binary`.
 */
export function rejectBinary(input: string, bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = signatures.find(([, start]) => head.startsWith(start))?.[0];
  if (kind !== undefined) {
    throw new InputError('binary', input, `not an article, but ${kind}. Unpack or export it to text or HTML first.`);
  }
  if (readByteOrderMark(bytes) !== null && bytes[0] !== 0xef) return;
  if (bytes.subarray(0, nulWindow).includes(0)) {
    throw new InputError(
      'binary',
      input,
      'not an article, but binary data: it has NUL bytes. If it is text in UTF-16, save it with a byte order mark, or as UTF-8.',
    );
  }
}

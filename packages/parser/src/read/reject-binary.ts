import { readByteOrderMark } from './decode.ts';
import { InputError } from './input-error.ts';

/** Kinds of files that are taken for articles by mistake, by what stands at their beginning, or at another place. */
const signatures: readonly (readonly [kind: string, bytes: string, at?: number])[] = [
  ['a PDF document', '%PDF-'],
  ['a ZIP archive, or an office document', 'PK\u0003\u0004'],
  ['gzip data', '\u001f\u008b'],
  ['Zstandard data', '(\u00b5/\u00fd'],
  ['bzip2 data', '1AY&SY', 4],
  ['xz data', '\u00fd7zXZ'],
  ['a 7-Zip archive', '7z\u00bc\u00af'],
  ['a RAR archive', 'Rar!\u001a'],
  ['a tar archive', 'ustar\u0000', 257],
  ['a tar archive', 'ustar  \u0000', 257],
  ['a PNG image', '\u0089PNG'],
  ['a JPEG image', '\u00ff\u00d8\u00ff'],
  ['a GIF image', 'GIF8'],
  ['text in UTF-32', '\u00ff\u00fe\u0000\u0000'],
];
const longestHead = 300;

/** Text has no NUL; as many bytes as Git looks at. */
const nulWindow = 8000;

/**
 * Refuse what is no text.
 *
 * @throws {InputError} With code `binary`.
 */
export function rejectBinary(input: string, bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, longestHead));
  const kind = signatures.find(([, written, at]) => head.startsWith(written, at))?.[0];
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

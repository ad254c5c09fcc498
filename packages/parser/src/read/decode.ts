import type { InputFormat } from '../find-references.ts';

/** Text, and how it was decoded. */
export interface Decoded {
  readonly text: string;
  /** The encoding's name in the Encoding standard, as in `utf-8` and `windows-1252`. */
  readonly encoding: string;
  /** How many U+FFFD decoding has put in; those that stood in the input do not count. */
  readonly replacements: number;
}

const replacement = '\uFFFD';
const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Where the HTML standard has a page declare its encoding. */
const declarationWindow = 1024;
const declaration = /<meta\s[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}(?<label>[\w.:-]{1,40})/i;

/** The encoding that the byte order mark at the beginning names, or `null` if there is none. */
export function readByteOrderMark(bytes: Uint8Array): string | null {
  return marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/**
 * Decode an article: by its byte order mark, or else as the HTTP header says that came with it, or else as its
 * `<meta charset>` says if it is HTML, or else as UTF-8. What is not valid becomes U+FFFD. The byte order mark is no part
 * of the text.
 *
 * @param charset The label in the HTTP header, if there was one.
 */
export function decode(bytes: Uint8Array, format: InputFormat, charset: string | null = null): Decoded {
  const encoding =
    readByteOrderMark(bytes) ?? findEncoding(charset) ?? (format === 'html' ? readDeclaration(bytes) : null) ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, replacements: 0 };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, replacements: countReplacements(text) - countGenuine(bytes, encoding) };
  }
}

function readDeclaration(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, declarationWindow));
  const encoding = findEncoding(declaration.exec(head)?.groups?.['label'] ?? null);
  // A page whose declaration can be read as ASCII is not UTF-16: the standard has it be UTF-8.
  return encoding !== null && encoding.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** The encoding that a label names, as in `latin1`, or `null` if the Encoding standard has none of that name. */
export function findEncoding(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(replacement); at !== -1; at = text.indexOf(replacement, at + 1)) count += 1;
  return count;
}

/** U+FFFD that the input itself has, in the bytes its encoding writes it with. Only Unicode's encodings have it. */
const genuine: ReadonlyMap<string, readonly number[]> = new Map([
  ['utf-8', [0xef, 0xbf, 0xbd]],
  ['utf-16le', [0xfd, 0xff]],
  ['utf-16be', [0xff, 0xfd]],
]);

function countGenuine(bytes: Uint8Array, encoding: string): number {
  const written = genuine.get(encoding);
  if (written === undefined) return 0;
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unit = encoding === 'utf-8' ? 1 : 2;
  let count = 0;
  for (let at = input.indexOf(Buffer.from(written)); at !== -1; at = input.indexOf(Buffer.from(written), at + 1)) {
    if (at % unit === 0) count += 1;
  }
  return count;
}

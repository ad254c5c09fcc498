import type { InputFormat } from '../find-references.ts';
import { detectFormat } from './article-format.ts';
import { readContentType } from './content-type.ts';
import { decode } from './decode.ts';
import { InputError } from './input-error.ts';
import type { Article } from './read-article.ts';
import { rejectBinary } from './reject-binary.ts';

const formats: ReadonlyMap<string, InputFormat> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/markdown', 'markdown'],
  ['text/plain', 'text'],
]);

/**
 * Read the body of an HTTP answer as an article, by the type and the encoding that its head gives. A server that gives no
 * type, or calls everything plain text, is not believed: the name and the beginning tell.
 *
 * @param source Where it is from, as a URL.
 * @param contentType As in `text/html; charset=utf-8`; empty if there is none.
 * @throws {InputError} If it is no text.
 */
export function readAnswer(source: string, bytes: Uint8Array, contentType: string): Article {
  const { mediaType, charset } = readContentType(contentType);
  const told = formats.get(mediaType);
  if (told === undefined && mediaType !== '') {
    throw new InputError('binary', source, `not an article, but ${mediaType.slice(0, 100)}.`);
  }
  rejectBinary(source, bytes);
  const path = URL.parse(source)?.pathname ?? source;
  const isSure = told !== undefined && told !== 'text';
  const format = isSure ? told : detectFormat(path, decode(bytes.subarray(0, 2048), 'text', charset).text);
  return { source, format, ...decode(bytes, format, charset) };
}

import { open, stat } from 'node:fs/promises';
import type { InputFormat } from '../find-references.ts';
import { detectFormat, formatByExtension } from './article-format.ts';
import { decode } from './decode.ts';
import { explainReadError } from './explain-read-error.ts';
import { InputError } from './input-error.ts';
import { openPipe } from './open-pipe.ts';
import { rejectBinary } from './reject-binary.ts';

/** An input, read. */
export interface Article {
  /** The input as it was given: a path, or `-`. */
  readonly source: string;
  readonly format: InputFormat;
  /** Without byte order mark. */
  readonly text: string;
  /** The name of its encoding in the Encoding standard, as in `utf-8`. */
  readonly encoding: string;
  /** How many U+FFFD decoding has put in for what was not valid. */
  readonly replacements: number;
}

/** How to read an input. */
export interface ReadOptions {
  /** What `-` stands for; default the process's standard input. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Default: by the extension of the name, or else by how the content begins. */
  readonly format?: InputFormat;
  /** The most bytes to take; default 256 MiB. */
  readonly maxBytes?: number;
  /** Ends the waiting for a pipe. */
  readonly signal?: AbortSignal;
}

const defaultMaxBytes = 256 * 1024 * 1024;

/**
 * Read an article. An empty one is an article too.
 *
 * @param name A path, or `-`.
 * @throws {InputError} If there is no such file, or it cannot be read as an article.
 */
export async function readArticle(name: string, options: ReadOptions = {}): Promise<Article> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const bytes =
    name === '-'
      ? await collect(name, options.stdin ?? process.stdin, maxBytes)
      : await readFile(name, maxBytes, options.signal);
  rejectBinary(name, bytes);
  const format = options.format ?? detectFormat(name, decode(bytes.subarray(0, 2048), 'text').text);
  return { source: name, format, ...decode(bytes, format) };
}

async function readFile(name: string, maxBytes: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (/^https?:\/\//i.test(name)) {
    throw new InputError('url', name, 'a web address, not a file. Save the page to a file, and give that.');
  }
  try {
    if ((await stat(name)).isFIFO()) {
      using pipe = openPipe(name, signal);
      return await collect(name, pipe, maxBytes);
    }
    await using file = await open(name);
    const found = await file.stat();
    if (found.isDirectory()) {
      const extensions = [...formatByExtension.keys()].join(', ');
      throw new InputError(
        'folder',
        name,
        `a folder without articles, which are files in ${extensions}. Name a file in it.`,
      );
    }
    if (found.size > maxBytes) throw tooLarge(name, maxBytes);
    return await collect(name, file.createReadStream({ autoClose: false }), maxBytes);
  } catch (error) {
    throw explainReadError(name, error);
  }
}

async function collect(
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    length += bytes.length;
    if (length > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(name: string, maxBytes: number): InputError {
  const limit = Math.floor(maxBytes / 1024 / 1024);
  return new InputError('too-large', name, `longer than ${limit} MiB, the most an article may have. Split it.`);
}

import { type ByteReader, readChunks, toChunks } from './byte-reader.ts';

/** Turn text in another encoding into UTF-8 as it comes. What is not valid becomes U+FFFD. */
export function transcode(reader: ByteReader, encoding: string): ByteReader {
  return readChunks(decodeChunks(reader, encoding));
}

async function* decodeChunks(reader: ByteReader, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of toChunks(reader, 1 << 18)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

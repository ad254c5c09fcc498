const chunkLength = 64 * 1024;

/** Texts as UTF-8, many small ones in one piece. */
export async function* encodeTexts(texts: Iterable<string>): AsyncGenerator<Uint8Array, void, void> {
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < chunkLength) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  if (waiting !== '') yield Buffer.from(waiting);
}

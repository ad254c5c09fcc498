import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { requestSteps } from 'mockttp';
import type { Reply } from './reply.ts';
import type { SeenRequest } from './seen-request.ts';

/** Shorter bodies are sent as they are. */
const worthCompressing = 512;
const compressible = /^(?:text\/|application\/(?:json|javascript))/;

/** Turn a reply into what mockttp sends: compressed as the client likes it, as X does for text, and with its length. */
export function deliver(reply: Reply, request: SeenRequest): requestSteps.CallbackResponseResult {
  if (reply === 'reset') return 'reset';
  const { body: given } = reply;
  // A view, and no copy: some bodies are huge.
  const plain =
    typeof given === 'string' ? Buffer.from(given) : Buffer.from(given.buffer, given.byteOffset, given.length);
  const encoding = chooseEncoding(reply.headers['content-type'] ?? '', plain.length, request);
  const body = encode(plain, encoding);
  const half = body.subarray(0, Math.floor(body.length / 2));
  return {
    statusCode: reply.status,
    headers: {
      ...reply.headers,
      ...(encoding === null ? {} : { 'content-encoding': encoding, vary: 'Accept-Encoding' }),
      ...(reply.delivery === 'unsized'
        ? { 'transfer-encoding': 'chunked' }
        : { 'content-length': String(body.length) }),
      ...(reply.delivery === 'cut' ? { connection: 'close' } : {}),
    },
    rawBody: reply.delivery === 'cut' || reply.delivery === 'stalled' ? half : body,
  };
}

function chooseEncoding(mediaType: string, length: number, request: SeenRequest): 'br' | 'gzip' | null {
  if (length < worthCompressing || !compressible.test(mediaType)) return null;
  const fields = (request.headers['accept-encoding'] ?? '').split(',');
  const accepted = new Set(fields.map((name) => name.trim().split(';')[0]));
  return (['br', 'gzip'] as const).find((encoding) => accepted.has(encoding)) ?? null;
}

function encode(body: Buffer, encoding: 'br' | 'gzip' | null): Buffer {
  if (encoding === 'br') return brotliCompressSync(body);
  return encoding === 'gzip' ? gzipSync(body) : body;
}

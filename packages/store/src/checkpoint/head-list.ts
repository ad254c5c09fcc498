import { parsePostId, type PostId } from '@embalm/post';
import { canonicalJson } from '../record/canonical-json.ts';
import { isSha256 } from '../layout.ts';

/** The newest record of a post at some time. */
export interface Head {
  readonly post: PostId;
  readonly n: number;
  /** Of the record's file. */
  readonly sha256: string;
}

/** A head as a line of a list, with its newline. */
export function writeHead({ post, n, sha256 }: Head): string {
  return `${canonicalJson({ post, n, sha256 })}\n`;
}

/** Read a line without its newline, or `null` if it is none. */
export function readHead(line: string): Head | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('post' in value) || !('n' in value) || !('sha256' in value)) return null;
  const { n, sha256 } = value;
  const post = parsePostId(value.post);
  if (post === null || typeof n !== 'number' || !Number.isSafeInteger(n) || n < 1) return null;
  return typeof sha256 === 'string' && isSha256(sha256) ? { post, n, sha256 } : null;
}

const newline = 0x0a;
const mostBytes = 1024;

/** The lines of a list, without their newlines. What has none at its end, or is too long, comes as it is. */
export async function* headLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
      yield bytes.subarray(from, at);
      from = at + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > mostBytes) break;
  }
  if (rest.length > 0) yield rest;
}

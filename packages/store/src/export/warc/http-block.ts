import type { ExchangeRequest, ExchangeResponse } from '../../exchange.ts';

/** A request's head as it opens a block: as it is kept, and the empty line that closes it. */
export function requestBlockHead({ head }: ExchangeRequest): Uint8Array {
  return encodeHead(head);
}

/**
 * A response's head as it opens a block, and the empty line that closes it.
 *
 * Bodies are kept decoded. So that head and body fit, fields that speak of the coding get the prefix `X-Orig-`, as
 * Browsertrix does it (`X-Archive-Orig-` is what web archives send themselves, and may stand in a captured head), and
 * `Content-Length` is that of the body. A head that fits already stays as it is.
 */
export function responseBlockHead({ head, body, truncated }: ExchangeResponse): Uint8Array {
  const lines = head.split('\r\n');
  const length = body === null || truncated !== null ? null : body.bytes;
  let isLengthWanted = false;
  const fitting = lines.map((line, index) => {
    const [, name = '', value = ''] = index === 0 ? [] : (/^([^:\s]{1,64}):(.*)/s.exec(line) ?? []);
    switch (name.toLowerCase()) {
      case 'content-encoding':
        return value.trim().toLowerCase() === 'identity' ? line : `X-Orig-${line}`;
      case 'transfer-encoding':
        isLengthWanted = true;
        return `X-Orig-${line}`;
      case 'content-length':
        if (length === null || length === 0 || value.trim() === String(length)) return line;
        isLengthWanted = true;
        return `X-Orig-${line}`;
      default:
        return line;
    }
  });
  const end = fitting.at(-1) === '' ? fitting.length - 1 : fitting.length;
  if (isLengthWanted && length !== null) fitting.splice(end, 0, `Content-Length: ${length}`);
  return encodeHead(fitting.join('\r\n'));
}

/** The value of a field of a head, the first of that name; `null` if there is none. */
export function headField(head: string, name: string): string | null {
  for (const line of head.split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    if (line.slice(0, colon).trim().toLowerCase() === name) return line.slice(colon + 1).trim();
  }
  return null;
}

/** Heads are read byte by character; only one that was put together can have others. */
function encodeHead(head: string): Uint8Array {
  const text = `${head.endsWith('\r\n') ? head : `${head}\r\n`}\r\n`;
  const bytes = Buffer.from(text, 'latin1');
  return bytes.toString('latin1') === text ? bytes : Buffer.from(text, 'utf8');
}

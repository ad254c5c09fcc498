/** A field of a head, as it was sent. */
export type Field = readonly [name: string, value: string];

/** Put together a request's head that never went out: HTTP/1.1, each line closed by CRLF. */
export function writeRequestHead(method: string, url: URL, fields: readonly Field[]): string {
  return writeHead(`${method} ${url.pathname}${url.search} HTTP/1.1`, [['host', url.host], ...fields]);
}

/** Put together a response's head from its fields, in their order and with repeats: HTTP/1.1, each line closed by CRLF. */
export function writeResponseHead(status: number, reason: string, fields: readonly Field[]): string {
  return writeHead(`HTTP/1.1 ${status} ${reason}`, fields);
}

/** Fields by name in lower case; the values of a repeated field are joined (RFC 9110 §5.3). */
export function indexFields(fields: readonly Field[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    const before = index.get(key);
    index.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return index;
}

function writeHead(start: string, fields: readonly Field[]): string {
  const lines = [start, ...fields.map(([name, value]) => `${name}: ${value}`)];
  return lines.map((line) => `${line.replace(/[\r\n]/g, ' ')}\r\n`).join('');
}

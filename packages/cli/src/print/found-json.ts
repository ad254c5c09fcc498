import type { FoundReference } from '@embalm/parser/read';

/** A reference as a line of JSON: `source`, `kind`, `range`, and what it says of the post. */
export function jsonLine({ source, kind, range: [start, end], rest }: FoundReference): string {
  return `{"source":${JSON.stringify(source)},"kind":"${kind}","range":[${start},${end}]${rest}`;
}

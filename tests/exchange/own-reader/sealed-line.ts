import { createHash } from 'node:crypto';

/** Any value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A line of JSON, taken apart before the comma in front of its last member. */
export interface SealedLine {
  readonly body: Buffer;
  readonly seal: string;
  /** All of its members. */
  readonly value: { readonly [member: string]: Json };
}

/** Take a line apart whose last member is this one, or `null` if it does not end so, with a newline. */
export function unseal(line: Buffer, member: string): SealedLine | null {
  const at = line.lastIndexOf(`,"${member}":"`);
  if (at === -1 || line.at(-1) !== 0x0a || line.at(-2) !== 0x7d) return null;
  const value: unknown = JSON.parse(line.toString('utf8'));
  const seal = isJson(value) ? value[member] : null;
  return isJson(value) && typeof seal === 'string' ? { body: line.subarray(0, at), seal, value } : null;
}

/** Whether a value is an object of JSON. */
export function isJson(value: unknown): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 8785: keys in the order of their UTF-16 code units, no white space. */
export function canonical(value: Json | undefined | { readonly [key: string]: Json | undefined }): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** SHA-256 in 64 lower-case hex digits. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

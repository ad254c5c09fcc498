import { readFile } from 'node:fs/promises';

/** A JSON object of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

/** A value as an object, or `null`. */
export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** The object in a file, or `null` if there is none. */
export async function readObject(path: string): Promise<Json | null> {
  try {
    return asObject(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A value as an array of strings; empty if it is something else. */
export function asStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

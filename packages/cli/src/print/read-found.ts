import type { Reference } from '@embalm/post';
import type { FoundReference } from '@embalm/parser/read';
import { jsonLine } from './found-json.ts';

/** The reference that was found. */
export function readFound(found: FoundReference): Reference {
  return JSON.parse(jsonLine(found)) as Reference;
}

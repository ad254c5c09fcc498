import type { Reference } from '@embalm/post';
import type { FoundReference } from '@embalm/parser/read';

/** The reference that was found. */
export function readFound({ kind, range, rest }: FoundReference): Reference {
  return JSON.parse(`{"kind":"${kind}","range":[${range.join()}]${rest}`) as Reference;
}

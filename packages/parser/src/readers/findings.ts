import type { Range, Reference, ReferenceKind } from '@embalm/post';

/** What was found in a piece of an input. Plain data: it may come from another thread. */
export interface Findings {
  readonly found: readonly Finding[];
  /** How many UTF-16 units of one long text this was. */
  readonly units: number;
  /** How many line breaks it has, if they were to be counted. */
  readonly lines: number;
  /** How many records. */
  readonly records: number;
  /** How many U+FFFD decoding has put in for what was not valid. */
  readonly replacements: number;
  readonly problems: readonly RecordProblem[];
}

/** One reference. */
export interface Finding {
  /** Counted from the first of this piece, or as the record says; `null` if the input has no records. */
  readonly record: number | null;
  readonly kind: ReferenceKind;
  /** UTF-16 units of the record, or of the piece of a long text. */
  readonly range: Range;
  /** The line breaks between the beginning of the piece and the reference, if they were to be counted. */
  readonly line: number | null;
  /** The other members of the reference in JSON, from the comma before them to the closing brace. */
  readonly rest: string;
}

/** Why a record was skipped. */
export interface RecordProblem {
  readonly record: number | null;
  readonly message: string;
}

/** Pack a reference. Its JSON is written here, where it was found, for that may be another thread. */
export function toFinding(reference: Reference, record: number | null, line: number | null = null): Finding {
  const { kind, range } = reference;
  return { record, kind, range, line, rest: jsonOfRest(reference) };
}

/** To write it whole and to cut off its beginning takes half the time of copying the rest of it first. */
function jsonOfRest(reference: Reference): string {
  const json = JSON.stringify(reference);
  if (json.startsWith('{"kind":') && json.startsWith(',"range":[', json.indexOf(','))) {
    return json.slice(json.indexOf(']') + 1);
  }
  const { kind: _kind, range: _range, ...rest } = reference;
  return `,${JSON.stringify(rest).slice(1)}`;
}

import { parsePage, parsePost, parseSource, parseState } from '@embalm/post';
import {
  arrayOf,
  count,
  type Decode,
  dictionary,
  instant,
  mismatch,
  moment,
  nullable,
  numberBetween,
  object,
  oneOf,
  postId,
  string,
} from '@embalm/post/decode';
import type {
  Claim,
  Diagnostic,
  Identification,
  Imported,
  Memento,
  Mismatch,
  MissingFile,
  ObservationNote,
  SnapshotRecord,
  Software,
  StoredFile,
} from '../snapshot-record.ts';
import { blobFields, parseExchange, sha256 } from './parse-exchange.ts';

/** File names travel into exports and onto other disks: no `..`, no leading dot, nothing but plain ASCII. */
const fileNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,127}){0,7}$/;

const observationNote = object<ObservationNote>({
  state: parseState,
  source: parseSource,
  at: instant,
  reason: nullable(string),
});

const claim = object<Claim>({
  handle: nullable(string),
  name: nullable(string),
  date: nullable(moment),
  text: nullable(string),
  links: arrayOf(string),
  lang: nullable(string),
  article: string,
});

const disagreement = object<Mismatch>({
  field: oneOf('handle', 'date', 'text'),
  claimed: string,
  found: string,
  similarity: nullable(numberBetween(0, 1)),
});

const storedFile = object<StoredFile>({
  ...blobFields,
  mediaType: string,
  role: oneOf(
    'photo',
    'video',
    'captions',
    'poster',
    'avatar',
    'card-image',
    'badge',
    'screenshot',
    'payload',
    'document',
  ),
  of: nullable(string),
  from: nullable(string),
  rung: nullable(string),
  width: nullable(count),
  height: nullable(count),
});

const memento = object<Memento>({ url: string, original: string, at: instant });

const identification = object<Identification>({
  by: oneOf('url', 'short-link', 'archive', 'wayback-search'),
  confidence: numberBetween(0, 1),
});

const imported = object<Imported>({ file: string, sha256, at: instant });

const missingFile = object<MissingFile>({ url: string, reason: string });

const diagnostic = object<Diagnostic>({ source: parseSource, path: string, problem: oneOf('missing', 'surprising') });

const software = object<Software>({ name: string, version: string, browser: nullable(string) });

const record = object<SnapshotRecord>({
  format: oneOf('embalm-record'),
  version: oneOf(1),
  post: postId,
  n: count,
  prev: nullable(sha256),
  capturedAt: instant,
  knownAs: arrayOf(string),
  observation: observationNote,
  answers: arrayOf(observationNote),
  source: nullable(parseSource),
  content: nullable(parsePost),
  page: nullable(parsePage),
  memento: nullable(memento),
  identified: nullable(identification),
  imported: nullable(imported),
  claim: nullable(claim),
  mismatches: arrayOf(disagreement),
  missing: nullable(arrayOf(missingFile)),
  diagnostics: nullable(arrayOf(diagnostic)),
  exchanges: arrayOf(parseExchange),
  files: dictionary(storedFile, 'a file name like media/1.jpg', (name) => fileNamePattern.test(name)),
  software,
});

/**
 * Read a record. Unknown keys are dropped.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseSnapshotRecord: Decode<SnapshotRecord> = (value) => {
  const parsed = record(value);
  if (parsed.n === 0 || (parsed.n === 1) !== (parsed.prev === null)) {
    throw mismatch('a number from 1, and a previous record for all but the first', value);
  }
  return parsed;
};

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parseRecordFile } from '../src/record/record-file.ts';
import { closedSchema } from './closed-schema.ts';

/** What the records of an archive are by the published schema. */
export interface CheckedRecords {
  /** The sources that any answer of a record names, in order, each once. */
  readonly sources: readonly string[];
  /** Records that do not fit the schema, with why. */
  readonly misfits: readonly string[];
}

let schema: Promise<ValidateFunction> | null = null;

/**
 * Hold every sound record of an archive against the JSON Schema: the one that is published, with every key that records may
 * have. Records that were harmed on purpose are passed over.
 */
export async function checkRecords(archive: string): Promise<CheckedRecords> {
  const fits = await (schema ??= readSchema());
  const names = await readdir(join(archive, 'posts'), { recursive: true }).catch(() => []);
  const sources = new Set<string>();
  const misfits: string[] = [];
  for (const name of names.filter((each) => /\d{6}\.json$/.test(each))) {
    const record = await readSound(join(archive, 'posts', name));
    if (record === null) continue;
    for (const { source } of record.answers) sources.add(source);
    if (record.source !== null) sources.add(record.source);
    const written: unknown = JSON.parse(await readFile(join(archive, 'posts', name), 'utf8'));
    if (fits(written)) continue;
    const [error] = fits.errors ?? [];
    misfits.push(`${name}: ${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`);
  }
  return { sources: [...sources].toSorted(), misfits };
}

async function readSound(path: string): Promise<ReturnType<typeof parseRecordFile> | null> {
  try {
    return parseRecordFile(path, await readFile(path));
  } catch {
    return null;
  }
}

async function readSchema(): Promise<ValidateFunction> {
  const text = await readFile(new URL('../schema/record.schema.json', import.meta.url), 'utf8');
  return new Ajv2020({ strict: 'log', allowUnionTypes: true }).compile(closedSchema(JSON.parse(text)) as object);
}

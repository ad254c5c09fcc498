import { InputError } from '../../read/input-error.ts';

/** Where records have their text, if nobody says: as in C4 and FineWeb, in OSCAR, in oEmbed, in news archives. */
const usualFields = ['text', 'content', 'html', 'body', 'article', 'maintext'] as const;

/** Of the columns of a table, which may have thousands. */
const mostNamed = 20;

/**
 * The text of a record.
 *
 * @param field The name of its field; dots lead into objects, as in `article.body`. `null` for the first of the usual
 * ones that the record has.
 * @returns `null` if there is none.
 */
export function selectText(record: unknown, field: string | null): string | null {
  if (field === null) {
    for (const name of usualFields) {
      const value = member(record, name);
      if (typeof value === 'string') return value;
    }
    return typeof record === 'string' ? record : null;
  }
  const direct = member(record, field);
  const value = direct === undefined ? field.split('.').reduce(member, record) : direct;
  return typeof value === 'string' ? value : null;
}

/** What is wrong with a record that has no text. */
export function describeMissingText(field: string | null): string {
  return field === null
    ? `no text in any of the fields ${usualFields.join(', ')}. Name its field with --field.`
    : `no text in the field ${JSON.stringify(field)}.`;
}

/**
 * The column that has the text, of an input whose columns are the same in all its records.
 *
 * @throws {InputError} If there is none: it would be told of every record.
 */
export function chooseColumn(name: string, columns: readonly string[], field: string | null): string {
  const column = (field === null ? usualFields : [field]).find((candidate) => columns.includes(candidate));
  if (column !== undefined) return column;
  const there = columns.slice(0, mostNamed).map((found) => found.slice(0, 60));
  const more = columns.length > mostNamed ? ', …' : '';
  throw new InputError('unreadable', name, `${describeMissingText(field)} Its columns are ${there.join(', ')}${more}.`);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

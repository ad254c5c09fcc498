/** Where records have their text, if nobody says: as in C4 and FineWeb, in OSCAR, in oEmbed, in news archives. */
export const usualFields = ['text', 'content', 'html', 'body', 'article', 'maintext'] as const;

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

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

import type { FoundReference } from '@embalm/parser/read';
import { readFound } from './read-found.ts';

/** The columns. Several links in one cell are separated by spaces. */
export const csvHead = 'source,kind,start,end,platform,id,handle,name,date,text,links,lang,confidence';

/** A reference as a line of CSV (RFC 4180); what it does not say is an empty cell. */
export function csvLine(found: FoundReference): string {
  const { kind, range, post, handle, name, date, text, links, lang, confidence } = readFound(found);
  return [
    found.source,
    kind,
    ...range,
    post.platform,
    post.id,
    handle,
    name,
    date,
    text,
    links.join(' '),
    lang,
    confidence,
  ]
    .map(cell)
    .join(',');
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

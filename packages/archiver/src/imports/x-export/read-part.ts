import { parseJson } from '../../payloads/parse-json.ts';

/** Read a file of X's data export: a script that sets a variable to a list (`window.YTD.tweets.part0 = […]`). */
export function readPart(text: string): readonly unknown[] {
  const start = text.indexOf('[');
  const items = start === -1 || start > 200 ? null : parseJson(text.slice(start));
  return Array.isArray(items) ? (items as readonly unknown[]) : [];
}

/** Read `source`, a link around a name: only the name is kept. */
export function readSourceLabel(source: string | null): string | null {
  const label = source?.replace(/<[^<>]{0,2000}>/g, '').trim() ?? '';
  return label === '' ? null : label;
}

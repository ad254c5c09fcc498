const rangePattern = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The bytes that a `Range` field asks for (RFC 9110, 14.1.2), both ends included; `null` for the whole, which also
 * answers fields with several ranges.
 */
export function readRange(
  field: string | undefined,
  length: number,
): { readonly first: number; readonly last: number } | 'unsatisfiable' | null {
  const [, from = '', to = ''] = rangePattern.exec(field ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return first > last ? 'unsatisfiable' : { first, last };
}

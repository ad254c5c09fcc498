const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const pattern = /^([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4})$/;

/** The day that an embed in English prints, as in `March 5, 2022`, in ISO 8601; `null` for anything else. */
export function readPrintedDay(text: string): string | null {
  const [, name, day, year] = pattern.exec(text.trim()) ?? [];
  const month = months.indexOf(name ?? '');
  if (month < 0 || day === undefined || year === undefined) return null;
  const time = new Date(Date.UTC(Number(year), month, Number(day)));
  return time.getUTCDate() === Number(day) ? time.toISOString().slice(0, 10) : null;
}

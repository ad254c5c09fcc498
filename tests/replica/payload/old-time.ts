import { timeOf } from '../world/status-url.ts';

/** When a post was made, as in `Sat Mar 05 15:13:36 +0000 2022`. */
export function oldTimeOf(id: string): string {
  const [weekday, day, month, year, time] = new Date(timeOf(id)).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${time} +0000 ${year}`;
}

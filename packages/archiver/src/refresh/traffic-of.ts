import type { Exchange } from '@embalm/store';
import type { Checked } from './checked.ts';

/** How much a look asked for. */
export function trafficOf(exchanges: readonly Exchange[]): Pick<Checked, 'requests' | 'bytes'> {
  const bytes = exchanges.reduce((sum, { response }) => sum + (response?.body?.bytes ?? 0), 0);
  return { requests: exchanges.length, bytes };
}

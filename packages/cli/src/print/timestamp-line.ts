import type { StoredTimestamp } from '@embalm/store';
import { printable } from './printable.ts';

/** A time stamp for people: what it says, and what of that has been proved. */
export function timestampLine({ path, at, accuracyMs, authority, proves }: StoredTimestamp): string {
  const when = accuracyMs === null ? at : `${at} ± ${accuracyMs / 1000} s`;
  const proved =
    proves === 'chain'
      ? 'a certificate of --tsa-ca vouches for who signed it'
      : 'its signature holds; who signed it is not proved (`embalm verify --tsa-ca FILE`)';
  return `${path}: there at ${when}, says ${printable(authority)}: ${proved}`;
}

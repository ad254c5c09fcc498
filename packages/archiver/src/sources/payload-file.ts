import type { Exchange, StoredFile } from '@embalm/store';

/** A payload as it came, byte for byte: its body is in the archive already. */
export function payloadFile(name: string, { url, response }: Exchange): Readonly<Record<string, StoredFile>> {
  const body = response?.body ?? null;
  if (body === null) return {};
  const shape = { of: null, rung: null, width: null, height: null };
  return {
    [`payload/${name}.json`]: { ...body, ...shape, mediaType: 'application/json', role: 'payload', from: url },
  };
}

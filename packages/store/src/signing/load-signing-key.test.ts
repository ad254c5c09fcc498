import { generateKeyPairSync } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { loadSigningKey, UnusableKeyError } from './load-signing-key.ts';

describe('a signing key', () => {
  test('is made on first use, on P-384, for its owner only, and is the same from then on', async () => {
    await using place = await temporaryPlace();
    const path = join(place.path, 'config', 'key.pem');
    const keys = await Promise.all([loadSigningKey(path), loadSigningKey(path), loadSigningKey(path)]);
    expect(keys[0].asymmetricKeyDetails?.namedCurve).toBe('secp384r1');
    const again = await loadSigningKey(path);
    for (const key of keys) expect(key.equals(again)).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(place.path, 'config'))).toEqual(['key.pem']);
  });

  test.each([
    ['text', 'hello', 'DECODER routines'],
    ['a key on another curve', ecKey('P-256'), 'a key of another kind (ec)'],
  ])('is refused if the file has %s', async (_, content, message) => {
    await using place = await temporaryPlace();
    const path = join(place.path, 'key.pem');
    await writeFile(path, content);
    const loading = loadSigningKey(path);
    await expect(loading).rejects.toThrow(UnusableKeyError);
    await expect(loading).rejects.toThrow(message);
  });
});

function ecKey(namedCurve: string): string {
  return String(generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'pem', type: 'pkcs8' }));
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version as archiverVersion } from '../../archiver/src/version.ts';
import { version } from './version.ts';

test('the versions in the sources are those of the manifests', () => {
  expect(version).toBe(manifestVersion('cli'));
  expect(archiverVersion).toBe(manifestVersion('archiver'));
});

function manifestVersion(name: string): unknown {
  const url = new URL(`../../${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { version: unknown }).version;
}

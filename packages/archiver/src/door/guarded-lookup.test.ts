import type { LookupAddress } from 'node:dns';
import { expect, it } from 'vitest';
import { isPublicAddress } from './address-guard.ts';
import { guardLookup, type LookupAll, RefusedAddressesError } from './guarded-lookup.ts';

function lookupOf(...addresses: readonly string[]): LookupAll {
  const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_, __, callback) => callback(null, all);
}

function resolve(lookup: LookupAll, all: boolean): Promise<string | LookupAddress[]> {
  const guarded = guardLookup(lookup, isPublicAddress);
  return new Promise((done, fail) => {
    guarded('t.co', { all }, (error, address) => (error === null ? done(address) : fail(error)));
  });
}

const broken: LookupAll = (_, __, callback) => callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);

it('hands out public addresses', async () => {
  await expect(resolve(lookupOf('1.1.1.1', '2606:4700::1'), true)).resolves.toHaveLength(2);
  await expect(resolve(lookupOf('1.1.1.1', '2606:4700::1'), false)).resolves.toBe('1.1.1.1');
});

it('keeps private addresses of a mixed answer back (safe)', async () => {
  const mixed = lookupOf('127.0.0.1', '1.1.1.1', '::1', '169.254.169.254');
  await expect(resolve(mixed, true)).resolves.toEqual([{ address: '1.1.1.1', family: 4 }]);
  await expect(resolve(mixed, false)).resolves.toBe('1.1.1.1');
});

it('fails if there is no public address, naming one that was refused (safe)', async () => {
  await expect(resolve(lookupOf('10.0.0.1'), true)).rejects.toEqual(new RefusedAddressesError('t.co', '10.0.0.1'));
  await expect(resolve(lookupOf(), false)).rejects.toBeInstanceOf(RefusedAddressesError);
});

it('passes on an error of the resolver', async () => {
  await expect(resolve(broken, true)).rejects.toMatchObject({ code: 'ENOTFOUND' });
});

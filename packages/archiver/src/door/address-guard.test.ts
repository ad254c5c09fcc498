import { assert as check, ipV4, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, literalAddress, plainHost } from './address-guard.ts';

const publicAddresses = [
  '1.1.1.1',
  '93.184.216.34',
  '172.15.255.255',
  '172.32.0.1',
  '2606:4700::1111',
  '2a03:2880::1',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
];

const otherAddresses = [
  ['this host', '0.0.0.0', '0.1.2.3', '::'],
  ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
  ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  ['link-local and metadata', '169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254'],
  ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
  ['multicast and broadcast', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  ['reserved', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '2001:db8::1'],
  ['mapped', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:169.254.169.254', '::ffff:0:127.0.0.1'],
  ['translated or tunnelled', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '::7f00:1'],
  ['given to nobody', '4000::1', '100::1', '5f00::1'],
  ['no address', '', 'x', '1.2.3.4.5', '::g'],
] as const;

describe('isPublicAddress', () => {
  it.each(publicAddresses)('lets %s through', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(otherAddresses)('refuses %s addresses (safe)', (_, ...addresses) => {
    expect(addresses.filter((address) => address === undefined || isPublicAddress(address))).toEqual([]);
  });

  it('says the same of an IPv4 address and of its mapped form', () => {
    check(property(ipV4(), (address) => isPublicAddress(address) === isPublicAddress(`::ffff:${address}`)));
  });
});

describe('literalAddress', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0x7F.1', '127.0.0.1'],
    ['0177.0.0.01', '127.0.0.1'],
    ['017700000001', '127.0.0.1'],
    ['%31%32%37.0.0.1', '127.0.0.1'],
    ['１２７.0.0.1', '127.0.0.1'],
    ['[::1]', '::1'],
    ['::1', '::1'],
    ['[::ffff:7f00:1]', '127.0.0.1'],
    ['[0:0:0:0:0:ffff:127.0.0.1]', '127.0.0.1'],
  ])('reads %s as %s', (host, address) => {
    expect(literalAddress(host)).toBe(address);
  });

  it.each(['t.co', 'x.com.', '127.0.0.1.example', '1.2.3.4.5', '4294967296', '', '[', '::g', 'localhost'])(
    'reads %j as a name',
    (host) => {
      expect(literalAddress(host)).toBeNull();
    },
  );

  it('finds an IPv4 address whatever its notation', () => {
    check(
      property(ipV4(), (address) => {
        const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
        const octal = address.split('.').map((part) => `0${Number(part).toString(8)}`);
        const notations = [address, String(number), `0x${number.toString(16)}`, octal.join('.'), `[::ffff:${address}]`];
        expect(new Set(notations.map(literalAddress))).toEqual(new Set([address]));
      }),
    );
  });
});

it('plainHost writes a name as the allow-list has it', () => {
  expect(plainHost('T.Co.')).toBe('t.co');
});

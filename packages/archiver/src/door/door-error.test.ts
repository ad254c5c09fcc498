import { expect, it } from 'vitest';
import {
  HostNotAllowedError,
  PrivateAddressError,
  RateLimitedError,
  TimeoutError,
  TooLargeError,
  UnreachableError,
  UrlNotAllowedError,
} from './door-error.ts';

const url = 'https://t.co/a';

it.each([
  [
    new UrlNotAllowedError('ftp://t.co/', 'only http and https are'),
    'ftp://t.co/ is not asked for: only http and https are.',
  ],
  [
    new HostNotAllowedError(url, 'example.com', 'x-oembed'),
    'example.com is not among the hosts that x-oembed may reach.',
  ],
  [
    new HostNotAllowedError(url, 'printer.local', 'web'),
    'printer.local is a name that only a local network could know; only public hosts are asked.',
  ],
  [
    new PrivateAddressError(url, '10.0.0.1', '10.0.0.1'),
    '10.0.0.1 is not a public address; only those are connected to.',
  ],
  [
    new PrivateAddressError(url, 't.co', '10.0.0.1'),
    't.co leads to 10.0.0.1, which is not a public address; only those are connected to.',
  ],
  [new TooLargeError(url, 8, []), 'https://t.co/a has more than the 8 bytes that are taken.'],
])('nothing helps against %s', (error, message) => {
  expect(error).toMatchObject({ message, remedy: 'never', exchanges: [] });
});

it.each([
  [new TimeoutError(url, 5000, []), 'https://t.co/a gave no whole answer within 5000 ms.'],
  [new RateLimitedError(url, 't.co', 1_700_000_000_000), 't.co wants no requests before 2023-11-14T22:13:20.000Z.'],
  [
    new UnreachableError(url, 'its name is not known', true, [], undefined),
    'https://t.co/a could not be read: its name is not known.',
  ],
])('later may help against %s', (error, message) => {
  expect(error).toMatchObject({ message, remedy: 'later', exchanges: [] });
});

it('cuts a long URL', () => {
  expect(new TimeoutError(`https://t.co/${'a'.repeat(9999)}`, 1, []).message.length).toBeLessThan(300);
});

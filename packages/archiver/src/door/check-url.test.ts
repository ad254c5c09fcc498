import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './address-guard.ts';
import { checkUrl, type Gate } from './check-url.ts';
import { HostNotAllowedError, PrivateAddressError, UrlNotAllowedError } from './door-error.ts';

const gate: Gate = {
  scope: 'short-links',
  allowedHosts: new Set(['t.co', 'x.com', '127.0.0.1', '93.184.216.34']),
  isAllowedAddress: isPublicAddress,
  extraPorts: new Set(),
};

describe('checkUrl', () => {
  it.each([
    ['https://t.co/a?b=c#d', 'https://t.co/a?b=c'],
    ['http://T.CO/a', 'http://t.co/a'],
    ['https://x.com:443/', 'https://x.com/'],
    ['https://x.com./', 'https://x.com./'],
    ['http://93.184.216.34/', 'http://93.184.216.34/'],
  ])('lets %s through', (text, url) => {
    expect(checkUrl(text, gate).href).toBe(url);
  });

  it.each(['', '/a', 't.co/a', 'ftp://t.co/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:alert(1)'])(
    'refuses %j: no such URLs (safe)',
    (text) => {
      expect(() => checkUrl(text, gate)).toThrow(UrlNotAllowedError);
    },
  );

  it.each(['https://user@t.co/', 'https://:pass@t.co/', 'https://t.co:22/', 'http://t.co:443/'])(
    'refuses %j: credentials and other ports (safe)',
    (text) => {
      expect(() => checkUrl(text, gate)).toThrow(UrlNotAllowedError);
    },
  );

  it.each([
    'https://example.com/',
    'https://t.co.example.com/',
    'https://xt.co/',
    'https://t.co../',
    'http://8.8.8.8/',
  ])('refuses %j: not on the list (safe)', (text) => {
    expect(() => checkUrl(text, gate)).toThrow(HostNotAllowedError);
  });

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1./',
  ])('refuses %j, even if it is on the list (safe)', (text) => {
    expect(() => checkUrl(text, gate)).toThrow(PrivateAddressError);
  });
});

import { expect, it } from 'vitest';
import { readContact } from './read-contact.ts';
import { UsageError } from '../usage-error.ts';

it.each([
  [undefined, null],
  ['ann@example.org', 'mailto:ann@example.org'],
  ['https://example.org/bot?x=1', 'https://example.org/bot?x=1'],
])('reads %j as %j', (text, contact) => {
  expect(readContact(text)).toBe(contact);
});

it.each([
  '',
  'ann',
  'ann@',
  '@example.org',
  'a b@example.org',
  'https://',
  'ftp://example.org/',
  'https://a.b/\r\nX: y',
  'ann@exämple.org',
  'https://a.b/(x)',
])('refuses %j (safe)', (text) => {
  expect(() => readContact(text)).toThrow(UsageError);
});

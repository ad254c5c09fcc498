import type { LinkEntity } from '@embalm/post';
import { expect, test } from 'vitest';
import { textOfLink } from './link-text.ts';

function link(url: string, display: string, short: string | null = 'https://t.co/abc'): LinkEntity {
  return { type: 'link', range: [0, 1], url, display, short };
}

test('the display form is shown where it is the beginning of the address', () => {
  expect(textOfLink(link('https://www.nasa.gov/iss/2022/a.html', 'nasa.gov/iss/2022…'))).toBe('nasa.gov/iss/2022…');
  expect(textOfLink(link('http://NASA.gov/', 'nasa.gov'))).toBe('nasa.gov');
});

test('a display form that names another site gives way to the address (safe)', () => {
  expect(textOfLink(link('https://evil.example/login', 'nasa.gov/iss'))).toBe('evil.example/login');
  expect(textOfLink(link('https://evil.example/login', '…'))).toBe('evil.example/login');
});

test('a long address is cut', () => {
  expect(textOfLink(link(`https://example.org/${'a'.repeat(60)}`, 'x'))).toBe(`example.org/${'a'.repeat(28)}…`);
});

test('where the destination is not known, the display form is all there is', () => {
  expect(textOfLink(link('https://t.co/abc', 'nasa.gov/iss'))).toBe('nasa.gov/iss');
});

test('an address cannot be turned around (safe)', () => {
  expect(textOfLink(link('https://t.co/abc', '\u{202E}vog.asan'))).toBe('vog.asan');
});

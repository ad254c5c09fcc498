import { expect, test } from 'vitest';
import { InputError } from './input-error.ts';
import { readAnswer } from './read-answer.ts';

const url = 'https://news.example/a';
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test('the head tells type and encoding before the body does', () => {
  const html = '<meta charset="utf-8">caf\u00e9';
  expect(readAnswer(url, bytesOf(html), 'Text/HTML; Charset="ISO-8859-1"')).toMatchObject({
    source: url,
    format: 'html',
    text: html,
    encoding: 'windows-1252',
    replacements: 0,
  });
});

test.each([
  ['text/plain', '<!doctype html><p>a', 'html'],
  ['text/plain', 'plain', 'text'],
  ['', '<html>', 'html'],
  ['text/markdown', '<p>a', 'markdown'],
] as const)('of %o and %o the format is %s', (type, body, format) => {
  expect(readAnswer(url, bytesOf(body), type).format).toBe(format);
});

test('a name tells where the head does not', () => {
  expect(readAnswer('https://news.example/notes.md?raw=1', bytesOf('# A'), 'text/plain').format).toBe('markdown');
});

test.each([
  ['application/pdf', '%PDF-1.7', 'not an article, but application/pdf.'],
  ['image/png', '\u0089PNG', 'not an article, but image/png.'],
  ['text/html', '%PDF-1.7', 'not an article, but a PDF document.'],
  ['', 'a\0b', 'binary data'],
])('%o is refused', (type, body, message) => {
  expect(() => readAnswer(url, bytesOf(body), type)).toThrow(InputError);
  expect(() => readAnswer(url, bytesOf(body), type)).toThrow(message);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { workFolder } from '../support/work-folder.ts';

test('one post is printed in every form', async () => {
  await using folder = await workFolder();
  await folder.run(['archive', 'iss.txt', '--offline']);
  const post = 'x:~fj2coK1xR1';
  const expected = {
    full: /^<style>.*<article class="embalm em-quoted h-cite"/s,
    compact: /<article class="embalm em-quoted em-compact h-cite"/,
    feed: /^<blockquote><p>.*never captured<\/p>\n$/s,
    text: /^> NASA Watch \(@NASAWatch\)/,
    markdown: /^> \[NASA Watch/,
    iframe: /^<!doctype html>/,
    dsd: /^<div><template shadowrootmode="open">/,
    epub: /^<\?xml version="1.0" encoding="UTF-8"\?>\n<!DOCTYPE html>\n<html xmlns=/,
  };
  for (const [form, pattern] of Object.entries(expected)) {
    const run = await folder.run(['embed', post, '--form', form]);
    expect(run.code, run.err).toBe(0);
    expect(run.out).toMatch(pattern);
  }
});

test('a form that there is not is refused, and those there are are named', async () => {
  await using folder = await workFolder();
  const run = await folder.run(['embed', 'x:20', '--form', 'gif']);
  expect(run.code).toBe(2);
  expect(run.err).toContain('full, compact, feed, text, markdown, iframe, dsd, epub, image');
});

test('a post is photographed as PNG or WebP, and only into a file', async () => {
  await using folder = await workFolder();
  await folder.run(['archive', 'iss.txt', '--offline']);
  const sizes: string[] = [];
  for (const name of ['post.png', 'post.webp']) {
    const run = await folder.run(['embed', 'x:~fj2coK1xR1', '--form', 'image', '-o', name, '--theme', 'dark']);
    expect(run.code, run.err).toBe(0);
    const { format, width } = await sharp(join(folder.path, name)).metadata();
    sizes.push(`${format} ${width}`);
  }
  expect(sizes).toEqual(['png 1100', 'webp 1100']);
  const run = await folder.run(['embed', 'x:~fj2coK1xR1', '--form', 'image']);
  expect(run.code).toBe(2);
  expect(run.err).toContain('-o post.png');
});

test('a prefix for media wants a folder for them', async () => {
  await using folder = await workFolder();
  const alone = await folder.run(['embed', 'x:20', '--media-prefix', 'https://cdn.example.org/']);
  expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('--media')]);
  const wrong = await folder.run(['embed', 'x:20', '--media', 'm', '--media-prefix', 'javascript:alert(1)/']);
  expect(wrong.code).toBe(2);
});

test('labels are in the language that is asked for, and one that there is not is refused', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline', '--lang', 'de-AT', '-o', 'out']);
  const page = await readFile(join(folder.path, 'out/iss.html'), 'utf8');
  expect(page.match(/Wie im Artikel zitiert; nie erfasst/g)).toHaveLength(3);
  const run = await folder.run(['embed', 'x:~fj2coK1xR1', '--lang', 'ar', '--form', 'text']);
  expect(run.out).toContain('كما ورد في المقال');
  expect((await folder.run(['embed', 'x:~fj2coK1xR1', '--lang', 'tlh'])).code).toBe(2);
});

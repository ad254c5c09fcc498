import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fullAssets, fullPost } from '../../test/full-post.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { renderPost } from '../render-post.ts';
import { pageStylesheetFor } from './page-stylesheet.ts';
import { styleSourceOf } from './style-source.ts';
import { stylesheet, stylesheetFor } from './stylesheet.ts';

const full = renderPost(makeExhibit(fullPost, { state: 'deleted' }, fullAssets));

test('a policy names a stylesheet by its digest', () => {
  const css = 'p::before{content:"é"}';
  expect(styleSourceOf(css)).toBe(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
});

test('the stylesheet loads nothing (safe)', () => {
  expect(stylesheet).toMatch(/--e-icon:polygon/);
  expect(stylesheet + pageStylesheetFor(full)).not.toMatch(/url\(|@import|@font-face|<\//);
});

test('the rules of a post reach nothing outside posts: they all stand within one', () => {
  expect(stylesheet.startsWith('.embalm.embalm{')).toBe(true);
  let depth = 0;
  const ends = Array.from(stylesheet).flatMap((character, index) => {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    return character === '}' && depth === 0 ? [index] : [];
  });
  expect(ends).toEqual([stylesheet.length - 1]);
});

test('a page gets the rules for what is on it, and no others', () => {
  const plain = stylesheetFor(renderPost(makeExhibit()));
  expect(plain).not.toMatch(/em-poll|em-card|em-media|em-nested|em-mismatch/);
  expect(stylesheetFor(full)).toMatch(/em-poll.*rect|em-card/);
  expect(stylesheetFor(full).length).toBeGreaterThan(1.8 * plain.length);
});

test('every class that a post has is named in its stylesheet', () => {
  const classes = new Set(
    [...full.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) =>
      names?.split(' ').filter((name) => name.startsWith('em-')),
    ),
  );
  const css = stylesheetFor(full);
  expect(classes.size).toBeGreaterThan(25);
  expect([...classes].filter((name) => !css.includes(`.${name}`))).toEqual([]);
});

test('the stylesheet stays small', () => {
  expect(stylesheetFor(renderPost(makeExhibit())).length).toBeLessThan(3700);
  expect(stylesheet.length).toBeLessThan(11_150);
});

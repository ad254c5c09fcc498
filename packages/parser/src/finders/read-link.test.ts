import { describe, expect, it } from 'vitest';
import { readCases } from '../../test/read-cases.ts';
import { findTriggers } from '../formats/triggers.ts';
import { parsePostUrl } from './post-url.ts';
import { readLink } from './read-link.ts';
import { parseShortLink } from './short-link.ts';
import type { TextLink } from './text-link.ts';

function* linksIn(text: string): Generator<TextLink> {
  const next = findTriggers(text);
  for (let trigger = next(0); trigger !== null; trigger = next(trigger.end)) {
    const link = trigger.kind === 'link' ? readLink(text, trigger.start, trigger.end) : null;
    if (link !== null) yield link;
  }
}

describe('readLink', () => {
  it('says of a link in text what its address alone says', () => {
    const links = readCases().flatMap(({ input }) => Array.from(linksIn(input)));
    for (const { url, post } of links) {
      expect(parsePostUrl(url), url).toEqual(post);
      if (post === null) expect(parseShortLink(url)?.url).toBe(url);
    }
    expect(links.filter(({ post }) => post !== null).length).toBeGreaterThan(150);
    expect(links.filter(({ post }) => post === null).length).toBeGreaterThan(20);
  });
});

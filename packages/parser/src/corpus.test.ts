import { dayOfXId, type Platform } from '@embalm/post';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findReferences } from './find-references.ts';

/**
 * Measured on real embeds from public pages, which are not part of this repository: they lie beside it, or these tests
 * are skipped. `EMBALM_REQUIRE_CORPUS` makes that a failure.
 */
const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const present = existsSync(corpus);
const tests = 6;
if (!present && process.env['EMBALM_REQUIRE_CORPUS'] !== undefined) throw new Error(`No corpus at ${corpus.pathname}`);
if (!present) console.warn(`No corpus at ${corpus.pathname}: ${tests} tests of the parser are skipped.`);

interface Flattened {
  readonly style: string;
  readonly text: string;
  readonly gold: readonly {
    readonly handle: string;
    readonly name: string;
    readonly date: string;
    readonly range: readonly [number, number];
    readonly links: readonly string[];
  }[];
}

interface Wild {
  readonly context: string;
  readonly handle: string;
  readonly date: string | null;
}

interface Blockquote {
  readonly id: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly text: string | null;
  readonly lang: string | null;
  readonly date_text: string | null;
  readonly pic_codes: readonly string[];
  readonly tco_codes: readonly string[];
  readonly html: string;
}

function readRows(file: string): readonly unknown[] {
  const lines = readFileSync(new URL(file, corpus), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

function fold(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}

/** White space and what links trail a text are told apart elsewhere. */
function bare(text: string | null): string {
  return fold(fold(text).replace(/(?:\s*(?:https?:\/\/)?(?:pic\.twitter\.com|t\.co)\/\w{7,10}){1,9}$/u, ''));
}

function share(part: number, whole: number): number {
  return part / whole;
}

describe.skipIf(!present)('flattened embeds', () => {
  it('are found in real pages, however they were flattened', () => {
    const bodies: Record<string, { gold: number; body: number }> = {};
    const count = { gold: 0, hit: 0, extra: 0, date: 0, name: 0, links: 0 };
    for (const { style, text, gold } of readRows('flattened-gold.jsonl') as readonly Flattened[]) {
      const found = findReferences(text, { format: 'text' }).filter(({ kind }) => kind === 'flattened-embed');
      count.extra += found.filter(({ range }) => gold.every((embed) => Math.abs(embed.range[1] - range[1]) > 2)).length;
      const tally = (bodies[style] ??= { gold: 0, body: 0 });
      for (const embed of gold) {
        count.gold += 1;
        tally.gold += 1;
        const hit = found.find(
          ({ range, handle }) =>
            Math.abs(range[1] - embed.range[1]) <= 2 && handle?.toLowerCase() === embed.handle.toLowerCase(),
        );
        if (hit === undefined) continue;
        count.hit += 1;
        if (hit.date === embed.date) count.date += 1;
        if (fold(hit.name) === fold(embed.name)) count.name += 1;
        if (hit.range[0] === embed.range[0]) tally.body += 1;
        if (embed.links.every((link) => hit.links.some((url) => url.endsWith(link)))) count.links += 1;
      }
    }
    expect(count.gold).toBeGreaterThan(4500);
    expect(share(count.hit, count.gold)).toBeGreaterThan(0.993);
    expect(share(count.hit, count.hit + count.extra)).toBeGreaterThan(0.997);
    expect(share(count.date, count.hit)).toBe(1);
    expect(share(count.name, count.hit)).toBeGreaterThan(0.998);
    expect(share(count.links, count.hit)).toBeGreaterThan(0.995);
    const least = { 'html-text': 0.97, trafilatura: 0.98, seed: 0.98, textcontent: 0.99, isot: 0.98, spaces: 0.75 };
    for (const [style, threshold] of Object.entries(least)) {
      const { gold, body } = bodies[style] ?? { gold: 1, body: 0 };
      expect([style, share(body, gold) > threshold]).toEqual([style, true]);
    }
  });

  it('are found in scraped text', () => {
    const rows = readRows('flattened-wild.jsonl') as readonly Wild[];
    const dated = rows.filter(({ date }) => date !== null);
    const found = dated.filter(({ context, handle }) =>
      findReferences(context, { format: 'text' }).some(
        (reference) => reference.kind === 'flattened-embed' && reference.handle === handle,
      ),
    );
    expect(dated.length).toBeGreaterThan(1500);
    expect(share(found.length, dated.length)).toBeGreaterThan(0.995);
  });
});

describe.skipIf(!present)('what is no embed', () => {
  it('is not taken for one', () => {
    const rows = readRows('negatives.jsonl') as readonly { readonly text: string }[];
    const found = rows.filter(({ text }) =>
      findReferences(text, { format: 'text' }).some(({ kind }) => kind === 'flattened-embed'),
    );
    expect(rows.length).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });
});

/** Why the gold of some rows is not what the embed says; all of them were looked at. */
const faults = {
  dash: ({ name }: Blockquote): boolean => name?.startsWith('mdash; ') ?? false,
  signature: ({ text, handle }: Blockquote): boolean => text?.includes(`(@${handle ?? ''})`) ?? false,
  /** X writes one paragraph; where a site has made several of it, the gold has only the first. */
  firstParagraph: ({ html }: Blockquote): boolean => /<\/p>\s*<p>(?![^<]*\(@)/.test(html),
};

describe.skipIf(!present)('blockquotes', () => {
  const rows = present ? (readRows('blockquotes.jsonl') as readonly Blockquote[]) : [];
  const read = rows.map((row) => ({
    row,
    embed: findReferences(row.html, { format: 'html' }).find(({ kind }) => kind === 'embed'),
  }));

  it('are read from real markup', () => {
    const count = { id: 0, handle: 0, name: 0, date: 0, text: 0, lang: 0, links: 0 };
    for (const { row, embed } of read) {
      const codes = embed?.links.map((link) => link.slice(link.lastIndexOf('/') + 1)) ?? [];
      // Ids of the first years carry no day.
      const dated = (embed?.date ?? '').slice(0, dayOfXId(row.id) === null ? 4 : 10);
      if (embed?.post.id === row.id) count.id += 1;
      if (embed?.handle?.toLowerCase() === row.handle?.toLowerCase()) count.handle += 1;
      if (fold(embed?.name) === fold(row.name) || faults.dash(row)) count.name += 1;
      if (dated === (dayOfXId(row.id) ?? /\d{4}/.exec(row.date_text ?? '')?.[0])) count.date += 1;
      if (bare(embed?.text ?? null) === bare(row.text) || faults.signature(row) || faults.firstParagraph(row))
        count.text += 1;
      if (embed?.lang === row.lang) count.lang += 1;
      if ([...row.pic_codes, ...row.tco_codes].every((code) => codes.includes(code))) count.links += 1;
    }
    expect(rows.length).toBeGreaterThan(2000);
    for (const [field, right] of Object.entries(count))
      expect([field, share(right, rows.length)]).toEqual([field, expect.toSatisfy((value: number) => value >= 0.999)]);
  });

  it('have all of what a post says where the gold has less, or more', () => {
    const named = read.filter(({ row }) => faults.dash(row));
    expect(named.map(({ embed }) => embed?.name)).toEqual(named.map(({ row }) => row.name?.slice('mdash; '.length)));

    const signed = read.filter(({ row }) => faults.signature(row));
    for (const { row, embed } of signed)
      expect(bare(fold(row.text).split('—', 1)[0] ?? '')).toBe(bare(embed?.text ?? null));

    const parted = read.filter(({ row }) => faults.firstParagraph(row));
    for (const { row, embed } of parted) {
      expect(embed?.text?.split('\n\n', 1)).toEqual([row.text?.trim()]);
      expect(embed?.text).not.toContain('(@');
    }
    expect([named, signed, parted].map(({ length }) => length)).toEqual([2, 5, 6]);
  });
});

describe.skipIf(!present)('embeds of other platforms', () => {
  /** Templates, timelines, and addresses that were made up name no post. */
  const nameless = /\{\{|\$\w|\$\{|' \.|data-timeline-|data-href=>|some-post|post_id/;

  it('are recognised in real markup', () => {
    const rows = (readRows('other-embeds.jsonl') as readonly { readonly kind: string; readonly html: string }[]).filter(
      ({ html }) => !nameless.test(html),
    );
    const right = rows.filter(({ kind, html }) => {
      const embed = findReferences(html, { format: 'html' }).find((reference) => reference.kind === 'embed');
      return embed?.post.platform === platformOfKind.get(kind) && embed?.post.id !== null;
    });
    expect(rows.length).toBeGreaterThan(150);
    expect(share(right.length, rows.length)).toBeGreaterThanOrEqual(0.99);
  });
});

const platformOfKind: ReadonlyMap<string, Platform> = new Map([
  ['instagram-media', 'instagram'],
  ['fb-post', 'facebook'],
  ['mastodon-embed', 'mastodon'],
  ['amp-twitter', 'x'],
  ['tiktok-embed', 'tiktok'],
  ['bluesky-embed', 'bluesky'],
]);

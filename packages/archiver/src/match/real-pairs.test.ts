import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCorpus } from '../../test/shared-corpus.ts';
import { leastSimilarity } from './compare-claim.ts';
import { compareText } from './compare-text.ts';

interface Flattened {
  readonly gold: readonly { readonly id: string; readonly handle: string; readonly body: string | null }[];
}

interface Blockquote {
  readonly id: string;
  readonly handle: string;
  readonly text: string | null;
}

const flattened = findCorpus('corpus/flattened-gold.jsonl', '745 real pairs of texts');
const blockquotes = findCorpus('corpus/blockquotes.jsonl', '745 real pairs of texts');

function readLines(url: URL): readonly unknown[] {
  const lines = readFileSync(url, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as unknown);
}

describe.skipIf(flattened === null || blockquotes === null)('real pairs of texts', () => {
  it('are told from false ones of the same author', () => {
    if (flattened === null || blockquotes === null) return;
    const posts = new Map((readLines(blockquotes) as readonly Blockquote[]).map((post) => [post.id, post]));
    const byAuthor = Map.groupBy(posts.values(), ({ handle }) => handle.toLowerCase());
    const bodies = (readLines(flattened) as readonly Flattened[]).flatMap(({ gold }) => gold);
    const counts = { truePairs: 0, trueMissed: 0, falsePairs: 0, falseTaken: 0 };
    for (const { id, handle, body } of bodies) {
      const own = posts.get(id)?.text ?? null;
      if (own === null || body === null) continue;
      const similarity = compareText(body, own, false);
      if (similarity === null) continue;
      counts.truePairs += 1;
      if (similarity < leastSimilarity) counts.trueMissed += 1;
      for (const other of byAuthor.get(handle.toLowerCase())?.slice(0, 10) ?? []) {
        if (other.id === id || other.text === null) continue;
        counts.falsePairs += 1;
        if ((compareText(body, other.text, false) ?? 0) >= leastSimilarity) counts.falseTaken += 1;
      }
    }
    expect(counts.truePairs).toBeGreaterThan(4000);
    expect(counts.falsePairs).toBeGreaterThan(5000);
    expect(counts.trueMissed / counts.truePairs).toBeLessThan(0.005);
    expect(counts.falseTaken / counts.falsePairs).toBeLessThan(0.005);
  });
});

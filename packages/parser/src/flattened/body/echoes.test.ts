import { describe, expect, it } from 'vitest';
import { addEcho, behindSignature, type Echoes, forgetEchoes, makeEchoes, sumEchoes } from './echoes.ts';

/** Parts of words, the nearest to the signature first, and what is behind that. */
function hear(parts: readonly string[], behind = ''): Echoes {
  const echoes = makeEchoes(parts.length);
  forgetEchoes(echoes);
  for (const unit of behind) addEcho(echoes, unit.charCodeAt(0), behindSignature);
  for (const [part, words] of parts.entries()) for (const unit of words) addEcho(echoes, unit.charCodeAt(0), part);
  sumEchoes(echoes, parts.length);
  return echoes;
}

describe('echoes', () => {
  it('are words of a part that stand in the part behind it, or anywhere behind', () => {
    const { inNext, inBody } = hear(['ab', 'bcb', 'abc']);
    expect([...inNext]).toEqual([0, 1, 2]);
    expect([...inBody]).toEqual([0, 1, 3]);
  });

  it('are heard once in a part, however often that is read', () => {
    expect([...hear(['a', 'aaaa']).inBody]).toEqual([0, 1]);
  });

  it('are told from words that stand but in one part', () => {
    const { inBody, before, across, behind } = hear(['ab', 'cd', 'ef'], 'g');
    for (const table of [inBody, before, across, behind]) expect([...table]).toEqual([0, 0, 0]);
  });

  it('go back to the article: over the part before, or farther', () => {
    const { before, farBefore, across } = hear(['a', 'b', 'a', 'b']);
    expect([...before]).toEqual([1, 1, 0, 0]);
    expect([...farBefore]).toEqual([1, 1, 0, 0]);
    expect([...across]).toEqual([1, 1, 0, 0]);
    expect([...hear(['a', 'a', 'a']).across]).toEqual([1, 0, 0]);
  });

  it('go over the signature', () => {
    const { behind, bodyBehind } = hear(['a', 'b', 'c'], 'b');
    expect([...behind]).toEqual([0, 1, 0]);
    expect([...bodyBehind]).toEqual([0, 1, 1]);
  });

  it('are forgotten', () => {
    hear(['a', 'a'], 'a');
    expect([...hear(['b', 'a'], 'c').inBody]).toEqual([0, 0]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { type Gathered, gatherRegexes } from './gather-regexes.ts';
import { type Judgement, judgeRegex, quick } from './judge-regex.ts';

describe('the regular expressions that are shipped', () => {
  let gathered: Gathered;
  beforeAll(async () => {
    gathered = await gatherRegexes();
  });

  it('are all found: those that are written, and those that modules build when they are loaded', () => {
    const { literals, sites, recorded } = gathered;
    expect(literals).toBeGreaterThan(300);
    expect(sites).toBeGreaterThan(15);
    expect(recorded).toBeGreaterThanOrEqual(sites);
  });

  it('take linear time on what an analyser attacks them with', () => {
    const { all } = gathered;
    const judged = new Map<string, Judgement>();
    for (const [name, regex] of all) judged.set(name, judgeRegex(regex, quick));
    const count = (outcome: Judgement['outcome']): number =>
      [...judged.values()].filter((judgement) => judgement.outcome === outcome).length;

    const slow = [...judged].filter(([, { outcome }]) => outcome === 'slow');
    expect(slow.map(([name, { attack }]) => `${all.get(name)?.file ?? ''}: ${name} on ${attack ?? ''}`)).toEqual([]);
    expect(judged.size).toBeGreaterThan(300);
    // How many the analyser is through with in time hangs on the machine.
    expect(count('safe') + count('bounded')).toBeGreaterThan(200);
  }, 300_000);
});

import { expect, test } from 'vitest';
import { gatherRegexes } from './gather-regexes.ts';
import { judgeRegex, patient, quick } from './judge-regex.ts';

test('the regular expressions that the quick analyser does not decide take linear time on what a patient one attacks them with', async () => {
  const { all } = await gatherRegexes();
  expect(all.size).toBeGreaterThan(300);
  const undecided = [...all].filter(([, regex]) => judgeRegex(regex, quick).outcome === 'tried');
  const judged = undecided.map(([name, regex]) => ({ name, ...regex, ...judgeRegex(regex, patient) }));
  const left = judged.filter(({ outcome }) => outcome === 'tried');
  console.log(`${undecided.length} of ${all.size} left by the quick analyser, ${left.length} by the patient one.`);
  for (const { file, name } of left) console.log(`Undecided: ${file}: ${name.slice(0, 200)}`);

  const slow = judged.filter(({ outcome }) => outcome === 'slow');
  expect(slow.map(({ file, name, attack }) => `${file}: ${name} on ${attack ?? ''}`)).toEqual([]);
}, 3_600_000);

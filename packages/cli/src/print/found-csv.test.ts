import { expect, test } from 'vitest';
import { csvHead, csvLine } from './found-csv.ts';
import { foundTable } from './found-table.ts';

const found = {
  source: 'a.csv#2',
  kind: 'post-url',
  range: [3, 31],
  line: null,
  rest: ',"post":{"platform":"x","id":"20"},"handle":"jack","name":null,"date":null,"text":"just \\"setting\\" up, my\\ntwttr","links":["https://x.com/jack/status/20"],"lang":null,"confidence":1}',
} as const;

test('a line of CSV has as many cells as its head, and quotes what needs it', () => {
  expect(csvLine(found)).toBe(
    'a.csv#2,post-url,3,31,x,20,jack,,,"just ""setting"" up, my\ntwttr",https://x.com/jack/status/20,,1',
  );
  expect(csvHead.split(',')).toHaveLength(13);
});

test('a table has its head once', () => {
  const table = foundTable(120);
  expect(table.print([found])).toEqual([]);
  expect(table.print(Array.from({ length: 500 }, () => found))).toHaveLength(502);
  table.print([{ ...found, source: 'a.txt', line: 7 }]);
  expect(table.end()).toEqual([expect.stringMatching(/^a\.txt:7 .*x:20 .*@jack/)]);
});

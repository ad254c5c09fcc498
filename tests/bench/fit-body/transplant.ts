import { column, columnCount, tally } from '../../../packages/parser/src/flattened/body/tally.ts';
import { scripts } from '../../../packages/parser/src/flattened/body/letters.ts';
import { languageCount } from '../../../packages/parser/src/flattened/body/words.ts';
import type { GoldPage } from './gold-page.ts';
import { mix } from './mix.ts';

/** A page that has, in the place of one of its embeds, one of another page; only that one is a sample. */
export interface Transplant extends GoldPage {
  /** The page that it is from. */
  readonly donor: string;
  readonly only: number;
  readonly weight: number;
}

/** How a flattener sets paragraphs, the lines of a post, and its signature apart. */
interface Manner {
  readonly style: string;
  readonly paragraph: string;
  readonly line: string;
  readonly dash: string;
  /** How much such a sample counts: less where real ones nearly all come out right. */
  readonly weight: number;
}

const manners: readonly Manner[] = [
  { style: 'html-text', paragraph: '\n\n', line: '\n', dash: '\n\n— ', weight: 0.2 },
  { style: 'trafilatura', paragraph: '\n', line: '\n', dash: '\n— ', weight: 0.08 },
  { style: 'seed', paragraph: '\n\n', line: '\n\n', dash: ' — ', weight: 0.06 },
  { style: 'spaces', paragraph: ' ', line: ' ', dash: ' — ', weight: 0.2 },
];

/** How often each embed is put elsewhere. */
const draws = 3;

/** How much of the page around stays. */
const before = 2500;
const behind = 400;

interface Place {
  readonly page: GoldPage;
  readonly index: number;
  readonly body: string;
  readonly signature: string;
}

/**
 * Put embeds where others of the same language stood: articles and posts are few, their combinations many, and what tells
 * a post's manner from an article's holds for these, too. What they have in common is by chance.
 *
 * @param pages Real pages, flattened as html-text.
 */
export function transplantEmbeds(pages: readonly GoldPage[]): readonly Transplant[] {
  const places = pages.flatMap((page) => page.gold.flatMap((_, index) => readPlace(page, index)));
  const byLanguage = Map.groupBy(places, ({ body }) => languageOf(body));
  return [...byLanguage].flatMap(([, alike]) =>
    alike.flatMap((donor, at) =>
      Array.from({ length: draws }, (_, draw) => alike[mix(`${donor.page.page} ${at}`, draw) % alike.length]).flatMap(
        (host) =>
          host === undefined || host.page === donor.page ? [] : manners.map((manner) => putInto(host, donor, manner)),
      ),
    ),
  );
}

const dashOfPages = '\n\n— ';

function readPlace(page: GoldPage, index: number): readonly Place[] {
  const [start, end] = page.gold[index]?.range ?? [0, 0];
  const whole = page.text.slice(start, end);
  const at = whole.lastIndexOf(dashOfPages);
  return at <= 0 ? [] : [{ page, index, body: whole.slice(0, at), signature: whole.slice(at + dashOfPages.length) }];
}

function putInto({ page, index }: Place, donor: Place, { style, paragraph, line, dash, weight }: Manner): Transplant {
  const flatten = (text: string): string =>
    style === 'spaces' ? text.replaceAll(/\n+/gu, ' ') : text.replaceAll('\n\n', paragraph);
  const [start, end] = page.gold[index]?.range ?? [0, 0];
  const floor = page.gold[index - 1]?.range[1] ?? 0;
  const from = Math.max(0, Math.min(floor || start, start - before));
  const head = floor === 0 ? '' : flatten(page.text.slice(from, floor));
  const front = head + flatten(page.text.slice(Math.max(from, floor), start));
  const embed = donor.body.replaceAll('\n', line) + dash + donor.signature;
  const ranges: readonly (readonly [number, number])[] = [
    ...(head === '' ? [] : [[0, head.length] as const]),
    [front.length, front.length + embed.length],
  ];
  return {
    page: page.page,
    donor: donor.page.page,
    style,
    weight,
    text: front + embed + flatten(page.text.slice(end, end + behind)),
    gold: ranges.map((range) => ({ range })),
    only: ranges.length - 1,
  };
}

const nobody = { hashes: [], some: 0, mention: 0 };

/** What most frequent words are of, or else most letters. */
function languageOf(body: string): string {
  const counts = new Int32Array(columnCount);
  tally(body, 0, body.length, 1, nobody, counts, 0);
  const ofWords = counts.subarray(column.languages, column.languages + languageCount);
  const ofLetters = counts.subarray(column.scripts, column.scripts + scripts.length);
  const most = Math.max(...ofWords);
  const script = ofLetters.indexOf(Math.max(...ofLetters));
  // Of a script with many languages, English has most of what cannot be told.
  return `${script} ${script === 1 ? (most > 1 ? ofWords.indexOf(most) : 0) : 0}`;
}

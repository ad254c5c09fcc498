import type { GoldPage } from './gold-page.ts';

/** How a flattener that the samples lack treats what is between paragraphs, and what is not ASCII. */
interface Manner {
  readonly style: string;
  /** What it makes of a run of white space with a line break in it. */
  readonly lineBreak: string;
  /** Whether it drops what is not ASCII: the dash is lost, and with it line breaks before it. */
  readonly asciiOnly: boolean;
}

/** Most flattened embeds in scraped text are of these kinds. */
const manners: readonly Manner[] = [
  { style: 'glued', lineBreak: '', asciiOnly: false },
  { style: 'glued isot', lineBreak: '', asciiOnly: true },
  { style: 'spaces isot', lineBreak: ' ', asciiOnly: true },
];

/** Flatten a page that still has its line breaks in ways in which pages are flattened, too. */
export function flattenFurther(page: GoldPage): readonly GoldPage[] {
  return manners.map((manner) => flatten(page, manner));
}

function flatten({ page, text, gold }: GoldPage, { style, lineBreak, asciiOnly }: Manner): GoldPage {
  let flat = '';
  const places = new Int32Array(text.length + 1);
  let at = 0;
  // A signature has its dash behind white space; a run of white space is one with or without it.
  for (const [run] of text.matchAll(/\s*—\s|\s+|[^\s—]+|—/gu)) {
    const become = !asciiOnly
      ? run.includes('—')
        ? run.trimStart()
        : run.includes('\n')
          ? lineBreak
          : run
      : run.includes('—')
        ? '  '
        : /^\s/u.test(run)
          ? run.includes('\n')
            ? lineBreak
            : run
          : run.replaceAll(/[’']/gu, ' ').replaceAll(/[^ -~]/gu, '');
    for (let unit = 0; unit < run.length; unit += 1) places[at + unit] = flat.length + Math.min(unit, become.length);
    flat += become;
    at += run.length;
    places[at] = flat.length;
  }
  return {
    page,
    style,
    text: flat,
    gold: gold.map(({ range: [start, end] }) => ({ range: [places[start] ?? 0, places[end] ?? 0] })),
  };
}

import type { Exchange } from '@embalm/store';
import type { BrowserHandle } from '../browser/browser-handle.ts';
import { type WitnessName, witnessNames } from '../witness-name.ts';
import { createWitness } from './create-witness.ts';
import type { Source } from './source.ts';
import { wayback } from './wayback.ts';
import { createXEmbed } from './x-embed.ts';
import { xOembed } from './x-oembed.ts';
import { xSyndication } from './x-syndication.ts';

/** Whom to ask. */
export interface SourceChoice {
  /** Whether to capture with Chromium; without it, there are no screenshots and no record of the embed page. */
  readonly browser: boolean;
  /** Who else to ask for posts that X does not show; default nobody. */
  readonly witnesses?: readonly WitnessName[];
  /** Called with every exchange of the browser. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** The sources in the order in which they are asked: X, its oEmbed, the witnesses, the Internet Archive. */
export function listSources(choice: SourceChoice, browser: BrowserHandle): readonly Source[] {
  const wanted = witnessNames.filter((name) => choice.witnesses?.includes(name) === true);
  return [
    ...(choice.browser ? [createXEmbed(browser, choice.onExchange)] : []),
    xSyndication,
    xOembed,
    ...wanted.map(createWitness),
    wayback,
  ];
}

import type { Draft, PageContext, Rule } from './draft.ts';
import type { CheckOptions, Finding } from './finding.ts';
import { countLines } from './page/count-lines.ts';
import { readTags } from './page/read-tags.ts';
import { checkAddresses } from './rules/address.ts';
import { checkAnimation } from './rules/animation.ts';
import { checkBase, leadsElsewhere } from './rules/base.ts';
import { checkCss } from './rules/css.ts';
import { checkHandlers } from './rules/handler.ts';
import { checkLink } from './rules/link.ts';
import { checkMeta } from './rules/meta.ts';
import { checkScript } from './rules/script.ts';
import { checkSrcdoc } from './rules/srcdoc.ts';

const rules: readonly Rule[] = [
  checkScript,
  checkHandlers,
  checkAddresses,
  checkAnimation,
  checkLink,
  checkMeta,
  checkBase,
  checkCss,
  checkSrcdoc,
];

/**
 * List everything in a page that would run, load, or leak, in the order of the page.
 *
 * The page alone is read: not its own stylesheets, nor the documents that it frames. Where in doubt, something is listed.
 */
export function checkHtml(text: string, options: CheckOptions = {}): readonly Finding[] {
  const tags = readTags(text);
  const page: PageContext = {
    selfContained: options.selfContained ?? false,
    basedElsewhere: tags.some((tag) => leadsElsewhere(tag)),
    checkInner: (html) => checkHtml(html, options),
  };
  const placeOf = countLines(text);
  const drafts = tags.flatMap((tag) => rules.flatMap((check) => check(tag, page)));
  return sortOut(drafts).map((draft) => withPlace(draft, placeOf(draft.range[0])));
}

function withPlace(draft: Draft, place: Pick<Finding, 'line' | 'column'>): Finding {
  return { ...draft, ...place };
}

/** What browsers make of a page may hold an element twice, and a page is read more than once. */
function sortOut(drafts: readonly Draft[]): readonly Draft[] {
  const distinct = new Map(
    drafts.map((draft) => [`${draft.range.join()} ${draft.rule} ${draft.attribute} ${draft.what}`, draft]),
  );
  return [...distinct.values()].toSorted((left, right) => left.range[0] - right.range[0]);
}

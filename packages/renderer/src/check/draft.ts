import type { Edit, Effect, Finding, RuleName } from './finding.ts';
import type { Attribute, Tag } from './page/tag.ts';

/** A finding before its line is counted. */
export type Draft = Omit<Finding, 'line' | 'column'>;

/** What a rule knows of the page besides the element. */
export interface PageContext {
  readonly selfContained: boolean;
  /** True if a `<base>` sends addresses without a host elsewhere. */
  readonly basedElsewhere: boolean;
  /** Checks a page within the page. */
  readonly checkInner: (html: string) => readonly Finding[];
}

/** One family of things that a page can do. */
export type Rule = (tag: Tag, page: PageContext) => readonly Draft[];

const longest = 200;

/** An attribute that does something; taken out, the element stays. */
export function draftOfAttribute(
  tag: Tag,
  attribute: Attribute,
  rule: RuleName,
  effect: Effect,
  fix: Edit | null = attribute.removal,
): Draft {
  return {
    rule,
    effect,
    range: attribute.range ?? tag.range,
    element: tag.name,
    attribute: attribute.name,
    what: attribute.value.slice(0, longest),
    fix,
  };
}

/** An element that does something; it goes as a whole. */
export function draftOfElement(tag: Tag, rule: RuleName, effect: Effect, what: string): Draft {
  return {
    rule,
    effect,
    range: tag.range,
    element: tag.name,
    attribute: null,
    what: what.trim().slice(0, longest),
    fix: tag.range[1] > tag.range[0] ? { range: tag.range, text: '' } : null,
  };
}

import type { Edit } from '../finding.ts';
import { findAddressesInCss, type CssAddress } from '../css/find-addresses.ts';
import { type Draft, draftOfAttribute, type PageContext, type Rule } from '../draft.ts';
import { judgeAddress, type Verdict } from '../judge-address.ts';
import type { Attribute, Tag } from '../page/tag.ts';

const longest = 200;

/** An address that does something. */
interface Judged {
  readonly found: CssAddress;
  readonly verdict: Verdict;
}

/** CSS: in `<style>`, in `style` attributes, in the attributes of SVG that take what CSS takes. */
export const checkCss: Rule = (tag, page) => {
  const styled = Array.from(tag.attributes.values()).filter((attribute) => isCss(tag, attribute));
  return [...styled.flatMap((attribute) => checkAttribute(tag, attribute, page)), ...checkElement(tag, page)];
};

function checkElement(tag: Tag, page: PageContext): readonly Draft[] {
  const { name, space, content } = tag;
  if (name !== 'style' || space === 'math' || content === null) return [];
  return judge(content.text, page).map((judged) => draftOfRule(tag, content, judged));
}

function draftOfRule(tag: Tag, { text, at }: NonNullable<Tag['content']>, { found, verdict }: Judged): Draft {
  return {
    ...verdict,
    range: at === null ? tag.range : [at + found.range[0], at + found.range[1]],
    element: tag.name,
    attribute: null,
    what: found.address.slice(0, longest),
    fix: at === null ? { range: tag.range, text: '' } : disarm(text, found, at),
  };
}

function checkAttribute(tag: Tag, attribute: Attribute, page: PageContext): readonly Draft[] {
  return judge(attribute.value, page).map((judged) => draftOfStyle(tag, attribute, judged));
}

function draftOfStyle(tag: Tag, attribute: Attribute, { found, verdict }: Judged): Draft {
  const { value, valueAt, removal } = attribute;
  const fix = valueAt === null ? removal : disarm(value, found, valueAt);
  const what = found.address.slice(0, longest);
  return { ...draftOfAttribute(tag, attribute, verdict.rule, verdict.effect, fix), what };
}

function judge(css: string, page: PageContext): readonly Judged[] {
  return findAddressesInCss(css).flatMap((found) => {
    if (found.kind === 'code') return [{ found, verdict: { rule: 'css', effect: 'runs' } }];
    // A word in quotes that only might become an address is one if it looks like one.
    const verdict = judgeAddress(
      found.address,
      'resource',
      found.kind === 'perhaps' ? { ...page, selfContained: false, basedElsewhere: false } : page,
    );
    return verdict === null ? [] : [{ found, verdict: { rule: 'css', effect: verdict.effect } }];
  });
}

/** An empty address in the place of the one that is asked for: the rules around it stay as they are. */
function disarm(css: string, { range: [start, end], kind }: CssAddress, at: number): Edit {
  const first = css[start] ?? '';
  const quoted = first === '"' || first === "'";
  const text = kind === 'code' ? 'none' : quoted ? `${first}data:,${first}` : 'url(data:,)';
  return { range: [at + start, at + end], text };
}

function isCss(tag: Tag, { name, value }: Attribute): boolean {
  if (name === 'style') return true;
  return tag.space === 'svg' && name !== 'href' && value.includes('(') && !/^on[a-z]/.test(name);
}

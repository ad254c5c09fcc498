import type { Range } from '@embalm/post';
import type { Draft, Rule } from '../draft.ts';
import type { Finding } from '../finding.ts';
import type { Attribute, Tag } from '../page/tag.ts';

/** The page within an `iframe` is a page too. */
export const checkSrcdoc: Rule = (tag, page) => {
  const srcdoc = tag.attributes.get('srcdoc');
  if (srcdoc === undefined || tag.name !== 'iframe' || tag.space !== 'html') return [];
  return page.checkInner(srcdoc.value).map((found) => place(found, tag, srcdoc));
};

/** From a place in the inner page to one in the outer. */
function place({ line: _line, column: _column, ...found }: Finding, tag: Tag, srcdoc: Attribute): Draft {
  const { valueAt, removal, range } = srcdoc;
  if (valueAt === null) return { ...found, range: range ?? tag.range, fix: removal };
  const fix = found.fix === null ? null : { text: found.fix.text, range: shift(found.fix.range, valueAt) };
  return { ...found, range: shift(found.range, valueAt), fix };
}

function shift([start, end]: Range, by: number): Range {
  return [start + by, end + by];
}

import { draftOfAttribute, type Rule } from '../draft.ts';
import { judgeAddress } from '../judge-address.ts';

const animations = /^(?:animate|animatecolor|animatemotion|animatetransform|set)$/;
const values = ['from', 'to', 'by', 'values'];

/** SVG animations that change an address: they set what no attribute shows. */
export const checkAnimation: Rule = (tag, page) => {
  if (tag.space !== 'svg' || !animations.test(tag.name)) return [];
  const target = tag.attributes.get('attributename')?.value.trim().toLowerCase();
  if (target !== 'href' && target !== 'xlink:href') return [];
  return values.flatMap((name) => {
    const attribute = tag.attributes.get(name);
    if (attribute === undefined) return [];
    const verdict = attribute.value
      .split(';')
      .map((address) => judgeAddress(address, 'document', page))
      .find((found) => found !== null);
    return verdict === undefined ? [] : [draftOfAttribute(tag, attribute, verdict.rule, verdict.effect)];
  });
};

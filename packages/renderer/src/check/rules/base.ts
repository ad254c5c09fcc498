import { draftOfAttribute, type Rule } from '../draft.ts';
import type { Tag } from '../page/tag.ts';
import { readAddress } from '../read-address.ts';

/** `<base>`: it makes every address without a host one of another site. Taking it out would change where links lead. */
export const checkBase: Rule = (tag) => {
  const href = tag.attributes.get('href');
  return href !== undefined && leadsElsewhere(tag) ? [draftOfAttribute(tag, href, 'base', 'loads', null)] : [];
};

/** Whether an element is a `<base>` that leads elsewhere. */
export function leadsElsewhere({ name, space, attributes }: Tag): boolean {
  const kind = readAddress(attributes.get('href')?.value ?? '').kind;
  return name === 'base' && space === 'html' && kind !== 'nothing' && kind !== 'own';
}

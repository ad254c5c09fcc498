import { type Draft, draftOfAttribute, type PageContext, type Rule } from '../draft.ts';
import { type FetchingAttribute, fetchingAttributes } from '../fetching-attributes.ts';
import { judgeAddress } from '../judge-address.ts';
import type { Attribute, Tag } from '../page/tag.ts';
import { readSrcset } from '../read-srcset.ts';

type Meaning = Pick<FetchingAttribute, 'form' | 'use'>;

/** Addresses in attributes. */
export const checkAddresses: Rule = (tag, page) =>
  Array.from(tag.attributes.values()).flatMap((attribute) => {
    const meaning = meaningOf(tag, attribute);
    return meaning === null ? [] : checkAddress(tag, attribute, meaning, page);
  });

function checkAddress(tag: Tag, attribute: Attribute, { form, use }: Meaning, page: PageContext): readonly Draft[] {
  for (const address of addressesIn(attribute.value, form)) {
    const verdict = judgeAddress(address, use, page);
    if (verdict !== null) return [draftOfAttribute(tag, attribute, verdict.rule, verdict.effect)];
  }
  return [];
}

function meaningOf(tag: Tag, { name }: Attribute): Meaning | null {
  if (tag.space === 'html') return meaningInHtml(tag, name);
  if (name === 'src') return { form: 'url', use: 'resource' };
  if (name !== 'href' && name !== 'xlink:href') return null;
  if (tag.name === 'a' || tag.space === 'math') return { form: 'url', use: 'link' };
  if (tag.name === 'script') return null;
  // A `use` of another file copies its elements into the page.
  return { form: 'url', use: tag.name === 'use' ? 'document' : 'resource' };
}

function meaningInHtml(tag: Tag, name: string): Meaning | null {
  if (tag.name === 'input' && name === 'src' && tag.attributes.get('type')?.value.toLowerCase() !== 'image')
    return null;
  if (tag.name === 'param' && name === 'value') return isAddressOfPlugin(tag) ? { form: 'url', use: 'document' } : null;
  return (
    fetchingAttributes.find(
      ({ elements, attribute }) => attribute === name && (elements.includes(tag.name) || elements.includes('*')),
    ) ?? null
  );
}

/** Plug-ins took their files from parameters of these names. */
function isAddressOfPlugin({ attributes }: Tag): boolean {
  return /^(?:code|data|filename|movie|src|url)$/i.test(attributes.get('name')?.value.trim() ?? '');
}

function addressesIn(value: string, form: FetchingAttribute['form']): readonly string[] {
  if (form === 'srcset') return readSrcset(value);
  return form === 'urls' ? value.split(/[\s,]+/) : [value];
}

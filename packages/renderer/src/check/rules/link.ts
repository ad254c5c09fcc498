import { draftOfElement, type Rule } from '../draft.ts';
import { loadingRelations } from '../fetching-attributes.ts';
import { judgeAddress } from '../judge-address.ts';
import { readAddress } from '../read-address.ts';
import { readSrcset } from '../read-srcset.ts';

/** `<link>`: stylesheets, icons, and hints to load or connect early. */
export const checkLink: Rule = (tag, page) => {
  if (tag.name !== 'link' || tag.space !== 'html') return [];
  const relations = (tag.attributes.get('rel')?.value ?? '').toLowerCase().split(/\s+/);
  const effect = relations.map((relation) => loadingRelations.get(relation)).find((found) => found !== undefined);
  if (effect === undefined) return [];
  const href = tag.attributes.get('href')?.value ?? '';
  const addresses = [href, ...readSrcset(tag.attributes.get('imagesrcset')?.value ?? '')];
  const asked = addresses.find((address) => judgeAddress(address, 'resource', page) !== null);
  if (asked !== undefined) return [draftOfElement(tag, 'link', effect, asked)];
  // Rules in a `data:` URL may import others; they belong into a `<style>`, where they can be read.
  const hidden = relations.includes('stylesheet') && readAddress(href).kind === 'data';
  return hidden ? [draftOfElement(tag, 'css', 'loads', href)] : [];
};

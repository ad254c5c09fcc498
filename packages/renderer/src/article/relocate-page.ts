import { findAddressesInCss } from '../check/css/find-addresses.ts';
import { readTags } from '../check/page/read-tags.ts';
import type { Attribute, Tag } from '../check/page/tag.ts';
import { readSrcset } from '../check/read-srcset.ts';
import { runsScript } from '../check/rules/script.ts';
import { escapeText } from '../html/escape.ts';
import { applyEdits, type Edit } from './apply-edits.ts';

/** Attributes that hold an address, whatever the element. */
const addressAttributes = new Set(['href', 'xlink:href', 'src', 'poster', 'background', 'action', 'formaction']);
const srcsetAttributes = new Set(['srcset', 'imagesrcset']);

/**
 * Write a page for another place: with all addresses in full, in attributes and in CSS, so that they lead from anywhere to where
 * they led from its own; and as UTF-8, whatever it says of its encoding. A `<base>` has then nothing left to say, and
 * says it no more, so that what is put into the page can have addresses of its own. Scripts go: in the document of a browser
 * they have done their work, and would put back the embeds that posts take the place of. Places in the page itself
 * (`#top`) stay; so does every other byte.
 *
 * @param url Where the page was.
 */
export function relocatePage(html: string, url: string): string {
  const tags = readTags(html);
  const firstBase = tags.find(
    ({ name, space, attributes }) => name === 'base' && space === 'html' && attributes.has('href'),
  );
  const base = URL.parse(firstBase?.attributes.get('href')?.value ?? '', url)?.href ?? url;
  const edits = tags.flatMap((tag): readonly Edit[] => {
    if (tag.name === 'base' && tag.space === 'html') return removeHref(tag);
    if (runsScript(tag)) return [{ range: tag.range, replacement: '' }];
    return resolveAttributes(tag, base).concat(resolveSheet(tag, base));
  });
  return applyEdits(html, edits);
}

function removeHref({ attributes }: Tag): readonly Edit[] {
  const removal = attributes.get('href')?.removal ?? null;
  return removal === null ? [] : [{ range: removal.range, replacement: removal.text }];
}

function resolveAttributes(tag: Tag, base: string): readonly Edit[] {
  return Array.from(tag.attributes.values()).flatMap((attribute) => rewrite(tag, attribute, base));
}

function rewrite(tag: Tag, attribute: Attribute, base: string): readonly Edit[] {
  const { name, value, range } = attribute;
  const resolved = tag.name === 'meta' ? sayUtf8(tag, attribute) : resolveValue(tag, attribute, base);
  return range === null || resolved === value ? [] : [{ range, replacement: `${name}="${escapeText(resolved)}"` }];
}

function sayUtf8({ attributes }: Tag, { name, value }: Attribute): string {
  if (name === 'charset') return /^utf-?8$/i.test(value.trim()) ? value : 'utf-8';
  const isType = name === 'content' && /^content-type$/i.test(attributes.get('http-equiv')?.value.trim() ?? '');
  return isType && !/charset=["']?utf-?8/i.test(value) ? 'text/html; charset=utf-8' : value;
}

function resolveValue(tag: Tag, { name, value }: Attribute, base: string): string {
  if (addressAttributes.has(name) || (name === 'data' && tag.name === 'object')) return resolve(value, base);
  if (srcsetAttributes.has(name)) return resolveSrcset(value, base);
  return name === 'style' ? resolveCss(value, base) : value;
}

/** Of a `<style>` that is not written as it is read nothing can be changed in its place. */
function resolveSheet({ name, content }: Tag, base: string): readonly Edit[] {
  if (name !== 'style' || content === null || content.at === null) return [];
  const resolved = resolveCss(content.text, base);
  const { at, text } = content;
  return resolved === text ? [] : [{ range: [at, at + text.length], replacement: resolved }];
}

function resolveSrcset(value: string, base: string): string {
  let written = '';
  let from = 0;
  for (const address of readSrcset(value)) {
    const at = value.indexOf(address, from);
    written += value.slice(from, at) + resolve(address, base);
    from = at + address.length;
  }
  return written + value.slice(from);
}

function resolveCss(css: string, base: string): string {
  const edits = findAddressesInCss(css).flatMap(({ kind, address, range }): readonly Edit[] => {
    const resolved = resolve(address, base);
    if (kind !== 'address' || resolved === address) return [];
    const quoted = `"${resolved.replaceAll(/["\\<]/g, encodeURIComponent)}"`;
    return [{ range, replacement: /^["']/.test(css.slice(range[0], range[0] + 1)) ? quoted : `url(${quoted})` }];
  });
  return applyEdits(css, edits);
}

/** Addresses of another scheme (`data:`, `javascript:`, `mailto:`), and such as are none, stay as they are written. */
function resolve(address: string, base: string): string {
  const bare = address.trim();
  if (bare === '' || bare.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(bare)) return address;
  return URL.parse(bare, base)?.href ?? address;
}

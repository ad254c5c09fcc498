import { draftOfElement, type Rule } from '../draft.ts';

/** `<meta http-equiv>`: going elsewhere by itself, and asking for the addresses of all hosts that are linked to. */
export const checkMeta: Rule = (tag) => {
  if (tag.name !== 'meta' || tag.space !== 'html') return [];
  const content = tag.attributes.get('content')?.value ?? '';
  const pragma = tag.attributes.get('http-equiv')?.value.trim().toLowerCase();
  if (pragma === 'refresh') return [draftOfElement(tag, 'refresh', 'loads', content)];
  const asksForHosts = pragma === 'x-dns-prefetch-control' && /^\s*on\s*$/i.test(content);
  return asksForHosts ? [draftOfElement(tag, 'dns-prefetch', 'leaks', content)] : [];
};

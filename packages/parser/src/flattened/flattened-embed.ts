import type { Reference } from '@embalm/post';
import { findBodyLinks } from '../finders/body-links.ts';
import { parsePostUrl } from '../finders/post-url.ts';
import { findBody } from './body/find-body.ts';
import { trimMediaLink } from './media-link.ts';
import { readSignature } from './signature.ts';

/**
 * Read the flattened embed whose signature is around `(@`.
 *
 * @param floor Where the reference before this one ends: the body begins behind it.
 * @param at Where `(@` begins.
 * @returns `null` if there is no signature.
 */
export function readFlattenedEmbed(text: string, floor: number, at: number): Reference | null {
  const signature = readSignature(text, floor, at);
  if (signature === null) return null;
  const { start, end, confidence, alternatives } = findBody(text, floor, signature);
  const body = text.slice(start, end);
  // A signature without a body may be a byline after all.
  const sureness = signature.confidence * (body === '' ? 0.5 : confidence);
  const linked = signature.url === null ? null : parsePostUrl(signature.url);
  const post = linked?.handle?.toLowerCase() === signature.handle.toLowerCase() ? linked : null;
  return {
    kind: 'flattened-embed',
    range: [Math.min(start, signature.start), signature.end],
    post: { platform: signature.platform, id: post?.id ?? null },
    handle: signature.handle,
    name: signature.name,
    date: signature.day,
    text: body === '' ? null : trimMediaLink(body),
    links: [...findBodyLinks(body), ...(post === null || signature.url === null ? [] : [signature.url])],
    lang: null,
    confidence: roundToPercent(sureness),
    ...(alternatives.length > 0 && {
      alternatives: alternatives.map((other) => ({
        text: trimMediaLink(text.slice(other.start, end)) || null,
        confidence: roundToPercent(signature.confidence * other.probability),
      })),
    }),
  };
}

function roundToPercent(share: number): number {
  return Math.round(share * 100) / 100;
}

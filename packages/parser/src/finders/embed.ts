import type { Reference } from '@embalm/post';
import type { EmbedZone } from '../html/page.ts';
import type { NamedPost } from '../platforms/foreign-url.ts';
import { readBlockquote } from './blockquote.ts';
import { toEmbedReference } from './embed-reference.ts';
import { type EmbedTarget, readAddress } from './embed-target.ts';

/**
 * Read an element that embeds a post: which, by its attributes or else by its links; and for X, what the blockquote in it
 * says.
 *
 * @param text The page's text.
 * @returns `null` if it leads to no post.
 */
export function readEmbed(text: string, zone: EmbedZone): Reference | null {
  const { target } = zone;
  const quoted = target === null || target.platform === 'x' ? readBlockquote(text, zone) : null;
  if (target === null) return quoted;
  const post = 'url' in target ? target : findLinkedPost(zone, target);
  if (post === null) return null;
  if (quoted !== null && quoted.post.id === post.id) return quoted;
  return toEmbedReference(post, zone.source);
}

function findLinkedPost(zone: EmbedZone, { platform }: EmbedTarget): NamedPost | null {
  for (const { href } of zone.anchors) {
    const post = readAddress(href);
    if (post?.platform === platform) return post;
  }
  return null;
}

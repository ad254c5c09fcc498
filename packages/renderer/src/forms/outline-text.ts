import { platformOf, type Entity, type Platform, type Post } from '@embalm/post';
import { linkUrl } from '../html/safe-url.ts';
import type { Labels } from '../labels/labels.ts';
import { cashtagUrl, hashtagUrl, profileUrl } from '../platform-links.ts';
import { groupParagraphs } from '../text/group-paragraphs.ts';
import { textOfLink } from '../text/link-text.ts';
import { segmentText } from '../text/segment-text.ts';
import { splitLines } from '../text/split-lines.ts';
import { type Block, type Inline, link, paragraph } from './outline.ts';

/** The post's own words. */
export function outlineText(post: Post, { labels }: { readonly labels: Labels }): readonly Block[] {
  const platform = platformOf(post.id);
  const inlines = segmentText(post.text, post.entities).map(({ text, entity }) =>
    entity === null ? text : linkEntity(text, entity, platform),
  );
  const lines = splitLines<Inline>(
    inlines,
    (inline) => (typeof inline === 'string' ? inline : null),
    (text) => text,
  );
  const paragraphs = groupParagraphs(lines, (line) => line.length === 0)
    .map((group) => group.filter((line) => line.length > 0))
    .filter((group) => group.length > 0);
  const blocks = paragraphs.map((group): Block => ({ type: 'paragraph', lines: group }));
  return post.truncated ? [...blocks, paragraph(labels.truncated)] : blocks;
}

function linkEntity(text: string, entity: Entity, platform: Platform): Inline {
  switch (entity.type) {
    case 'hashtag':
      return link(text, hashtagUrl(platform, entity.tag));
    case 'cashtag':
      return link(text, cashtagUrl(platform, entity.symbol));
    case 'mention':
      return link(text, profileUrl(platform, entity.handle));
    case 'link':
      break;
  }
  return link(textOfLink(entity), linkUrl(entity.url) ?? linkUrl(entity.short));
}

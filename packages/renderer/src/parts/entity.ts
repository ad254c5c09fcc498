import type { Entity, Platform } from '@embalm/post';
import { attribute } from '../html/attribute.ts';
import { html, type Html } from '../html/html.ts';
import { linkUrl, type SafeUrl } from '../html/safe-url.ts';
import { cashtagUrl, hashtagUrl, profileUrl } from '../platform-links.ts';
import { type Direction, directionOf } from '../text/direction-of.ts';
import { textOfLink } from '../text/link-text.ts';

/** Where an entity stands. */
export interface EntityContext {
  readonly platform: Platform;
  /** The direction of its paragraph. */
  readonly direction: Direction;
}

/**
 * A stretch of text that leads somewhere. One that runs against its paragraph says so, which keeps its sign (`#`, `@`)
 * at its beginning.
 *
 * @param text As it stands in the post.
 */
export function drawEntity(text: string, entity: Entity, context: EntityContext): Html {
  const { platform } = context;
  switch (entity.type) {
    case 'hashtag':
      return drawLink(hashtagUrl(platform, entity.tag), text, context);
    case 'cashtag':
      return drawLink(cashtagUrl(platform, entity.symbol), text, context);
    case 'mention':
      return drawLink(profileUrl(platform, entity.handle), text, context);
    case 'link':
      break;
  }
  return drawLink(linkUrl(entity.url) ?? linkUrl(entity.short), textOfLink(entity), context, entity.short);
}

function drawLink(url: SafeUrl | null, text: string, { direction }: EntityContext, title: string | null = null): Html {
  const own = directionOf(text) ?? direction;
  const dir = attribute('dir', own === direction ? null : own);
  if (url === null) return html`<bdi${dir}>${text}</bdi>`;
  return html`<a href="${url}" ${dir}${attribute('title', title)} rel="noreferrer">${text}</a>`;
}

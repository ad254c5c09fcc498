import type { Card } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { linkUrl } from '../html/safe-url.ts';
import type { Labels } from '../labels/labels.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import { drawPicture } from './picture.ts';
import type { Scene } from './scene.ts';
import { sizeAttributes } from './size-attributes.ts';

/** The preview of a link. */
export function drawCard({ post, assetFor, labels }: Scene): Html | null {
  const { card } = post;
  const url = linkUrl(card?.url);
  if (card === null || url === null) return null;
  const asset = card.image === null ? null : assetFor(card.image.url);
  const size = sizeAttributes(asset?.width ?? null, asset?.height ?? null);
  const alt = card.image?.alt ?? '';
  const image = asset === null ? null : drawPicture(asset, { alt, size, columns: 1, className: null });
  const kind = nameKind(card.kind, labels);
  const site = [kind, card.site ?? URL.parse(card.url)?.hostname ?? null].filter((part) => part !== null).join(' · ');
  const form = card.kind === 'summary' ? 'em-card em-small' : 'em-card';
  return html`
    <a class="${form}" href="${url}" rel="noreferrer">
      ${image}
      <span> ${line('em-site', site)}${line('em-title', card.title)}${line('em-about', card.description)} </span>
    </a>
  `;
}

function line(className: string, text: string | null): Html | null {
  return text === null || text === '' ? null : html`<span class="${className}" dir="auto">${stripBidi(text)}</span>`;
}

/** What a preview leads to, if that is more than a page. */
export function nameKind(kind: Card['kind'], { cards, video }: Labels): string | null {
  if (kind === 'player') return video;
  return kind === 'broadcast' || kind === 'space' || kind === 'article' ? cards[kind] : null;
}

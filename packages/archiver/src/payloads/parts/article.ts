import type { Card } from '@embalm/post';
import { articleUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';

/** Read the article that a post carries: its card. The body stays in the payload. */
export function readArticle(article: Fields): Card | null {
  const id = article.string('rest_id') ?? article.wanted('id');
  if (id === null) return null;
  const cover = article.object('cover_media')?.object('media_info');
  const url = cover?.string('original_img_url') ?? null;
  const width = cover?.count('original_img_width') ?? null;
  const height = cover?.count('original_img_height') ?? null;
  return {
    kind: 'article',
    url: articleUrl(id),
    title: article.wanted('title'),
    description: article.string('preview_text'),
    site: null,
    image: url === null ? null : { url, width, height, alt: null },
  };
}
